package uk.nhs.estate.report;

import java.io.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.report.DmarcReport.AuthResult;
import uk.nhs.estate.report.DmarcReport.Disposition;
import uk.nhs.estate.report.DmarcReport.Mechanism;
import uk.nhs.estate.report.DmarcReport.Policy;
import uk.nhs.estate.report.DmarcReport.Row;

/// Reads the XML of an aggregate report as both schemas have it: RFC 9990 appendix A, and RFC 7489
/// appendix C, which most senders still write.
///
/// What matters is validated: who, when, which domain, from where, how many, and what became of
/// them. Elements that neither schema has are left alone (RFC 9990, Extensible Reporting). A
/// document that is another one is refused at the line and element where it shows.
final class DmarcXml {
  /// The most rows of one report.
  static final int MOST_ROWS = 50_000;

  /// RFC 9990 (DKIM Signatures in Aggregate Reports): no more than 100, the weightiest first.
  private static final int MOST_RESULTS = 100;

  /// Names of reporters and of reports are keys, so they are never cut.
  private static final int LONGEST_KEY = 255;

  private static final int LONGEST_WORD = 32;

  /// Reports have been sent since early 2012.
  private static final Instant FIRST = Instant.parse("2012-01-01T00:00:00Z");

  private static final Duration LONGEST_PERIOD = Duration.ofDays(31);

  /// The reasons of RFC 9990 (Policy Override Reason) and RFC 7489 appendix C.
  private static final Set<String> OVERRIDES =
      Set.of(
          "local_policy",
          "mailing_list",
          "policy_test_mode",
          "trusted_forwarder",
          "forwarded",
          "sampled_out");

  private final ReportXml xml;
  private final Instant now;

  private DmarcXml(ReportXml xml, Instant now) {
    this.xml = xml;
    this.now = now;
  }

  private record Metadata(String reporter, String id, Instant begin, Instant end) {}

  private record Published(DomainName domain, Policy policy) {}

  private record Evaluated(
      Disposition disposition, boolean dkim, boolean spf, List<String> overrides) {}

  /// Reads a document to its end.
  ///
  /// @param now no report is of a later time
  /// @param sha256 of what has been read by then
  /// @throws Refusal for what is no report
  static DmarcReport read(Reader text, Instant now, Supplier<String> sha256) {
    return new DmarcXml(new ReportXml(text), now).report(sha256);
  }

  private DmarcReport report(Supplier<String> sha256) {
    xml.toRoot();
    var fields = new Fields(xml, "feedback");
    var rows = new ArrayList<Row>();
    Metadata metadata = null;
    Published published = null;
    while (xml.toChild()) {
      switch (xml.name()) {
        case "report_metadata" -> {
          fields.once();
          metadata = metadata();
        }
        case "policy_published" -> {
          fields.once();
          published = published();
        }
        case "record" -> {
          if (rows.size() == MOST_ROWS) {
            throw xml.refuse("record", "there are more than %,d".formatted(MOST_ROWS));
          }
          rows.add(record(fields.required("policy_published", published).domain()));
        }
        default -> xml.skip();
      }
    }
    var about = fields.required("report_metadata", metadata);
    var policy = fields.required("policy_published", published);
    if (rows.isEmpty()) {
      throw xml.refuse("feedback", "record is missing in it");
    }
    xml.toEnd();
    return new DmarcReport(
        about.reporter(),
        about.id(),
        policy.domain(),
        about.begin(),
        about.end(),
        policy.policy(),
        rows,
        sha256.get());
  }

  private Metadata metadata() {
    var fields = new Fields(xml, "report_metadata");
    Metadata period = null;
    while (xml.toChild()) {
      switch (xml.name()) {
        case "org_name", "report_id" -> fields.take();
        case "date_range" -> {
          fields.once();
          period = period();
        }
        default -> xml.skip();
      }
    }
    var range = fields.required("date_range", period);
    return new Metadata(
        fields.required("org_name", DmarcXml::key),
        fields.required("report_id", DmarcXml::key),
        range.begin(),
        range.end());
  }

  private Metadata period() {
    var fields = leaves("date_range", Set.of("begin", "end"));
    var begin = fields.required("begin", this::time);
    var end = fields.required("end", this::time);
    if (end.isBefore(begin)) {
      throw xml.refuse("date_range", "it ends before it begins");
    }
    if (Duration.between(begin, end).compareTo(LONGEST_PERIOD) > 0) {
      throw xml.refuse(
          "date_range", "it is longer than %d days".formatted(LONGEST_PERIOD.toDays()));
    }
    return new Metadata("", "", begin, end);
  }

  private Published published() {
    var fields =
        leaves(
            "policy_published",
            Set.of("domain", "p", "sp", "np", "adkim", "aspf", "pct", "testing"));
    return new Published(
        fields.required("domain", DomainName::parse),
        new Policy(
            fields.required("p", ReportedValues::policy),
            fields.optional("sp", ReportedValues::policy),
            fields.optional("np", ReportedValues::policy),
            fields.optional("adkim", DmarcXml::word),
            fields.optional("aspf", DmarcXml::word),
            fields.optional("pct", DmarcXml::word),
            fields.optional("testing", DmarcXml::word)));
  }

  private Row record(DomainName domain) {
    var fields = new Fields(xml, "record");
    Row row = null;
    String author = null;
    List<AuthResult> results = List.of();
    while (xml.toChild()) {
      switch (xml.name()) {
        case "row" -> {
          fields.once();
          row = row();
        }
        case "identifiers" -> {
          fields.once();
          author = author(domain);
        }
        case "auth_results" -> {
          fields.once();
          results = results();
        }
        default -> xml.skip();
      }
    }
    var counted = fields.required("row", row);
    return new Row(
        counted.source(),
        counted.messages(),
        counted.disposition(),
        counted.dkim(),
        counted.spf(),
        fields.required("identifiers", author),
        counted.overrides(),
        results);
  }

  private Row row() {
    var fields = new Fields(xml, "row");
    Evaluated evaluated = null;
    while (xml.toChild()) {
      switch (xml.name()) {
        case "source_ip", "count" -> fields.take();
        case "policy_evaluated" -> {
          fields.once();
          evaluated = evaluated();
        }
        default -> xml.skip();
      }
    }
    var outcome = fields.required("policy_evaluated", evaluated);
    return new Row(
        fields.required("source_ip", ReportedValues::address),
        fields.required("count", ReportedValues::messages),
        outcome.disposition(),
        outcome.dkim(),
        outcome.spf(),
        "",
        outcome.overrides(),
        List.of());
  }

  private Evaluated evaluated() {
    var fields = new Fields(xml, "policy_evaluated");
    var overrides = new ArrayList<String>();
    while (xml.toChild()) {
      switch (xml.name()) {
        case "disposition", "dkim", "spf" -> fields.take();
        case "reason" -> overrides.add(override());
        default -> xml.skip();
      }
    }
    return new Evaluated(
        fields.required("disposition", ReportedValues::disposition),
        fields.required("dkim", ReportedValues::passes),
        fields.required("spf", ReportedValues::passes),
        overrides.stream().distinct().sorted().toList());
  }

  private String override() {
    var type = leaves("reason", Set.of("type")).optional("type", DmarcXml::word);
    return type != null && OVERRIDES.contains(type) ? type : "other";
  }

  private String author(DomainName domain) {
    var fields = leaves("identifiers", Set.of("header_from"));
    return fields.required(
        "header_from",
        text -> {
          var author = ReportedValues.author(text);
          if (!author.equals(domain.ascii()) && !author.endsWith("." + domain.ascii())) {
            throw new Refusal(
                "header_from",
                "%s is not below %s, whose policy the report is about."
                    .formatted(Refusal.quote(text), domain));
          }
          return author;
        });
  }

  private List<AuthResult> results() {
    var results = new ArrayList<AuthResult>();
    while (xml.toChild()) {
      var mechanism =
          switch (xml.name()) {
            case "dkim" -> Mechanism.DKIM;
            case "spf" -> Mechanism.SPF;
            default -> null;
          };
      if (mechanism == null || results.size() == MOST_RESULTS) {
        xml.skip();
      } else {
        results.add(result(mechanism, xml.name()));
      }
    }
    return results;
  }

  /// What is reported here is evidence and no key: a name that is none is kept as it is.
  private AuthResult result(Mechanism mechanism, String element) {
    var fields = leaves(element, Set.of("domain", "selector", "result"));
    var domain = fields.optional("domain", text -> cut(text.toLowerCase(Locale.ROOT), LONGEST_KEY));
    var result = fields.optional("result", DmarcXml::word);
    return new AuthResult(
        mechanism,
        domain == null ? "" : domain,
        fields.optional("selector", text -> cut(text, LONGEST_KEY)),
        result == null ? "" : result);
  }

  /// The children of an element of which none has children that matter.
  private Fields leaves(String parent, Set<String> names) {
    var fields = new Fields(xml, parent);
    while (xml.toChild()) {
      if (names.contains(xml.name())) {
        fields.take();
      } else {
        xml.skip();
      }
    }
    return fields;
  }

  private Instant time(String text) {
    var time = ReportedValues.time(text);
    if (time.isBefore(FIRST) || time.isAfter(now.plus(Duration.ofDays(1)))) {
      throw new Refusal(
          "time", "%s is %s: no report can be of that time.".formatted(Refusal.quote(text), time));
    }
    return time;
  }

  private static String key(String text) {
    if (text.isEmpty() || text.length() > LONGEST_KEY) {
      throw new Refusal("key", "it must have 1 to %d characters.".formatted(LONGEST_KEY));
    }
    return text;
  }

  private static String word(String text) {
    return cut(text.toLowerCase(Locale.ROOT), LONGEST_WORD);
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }
}
