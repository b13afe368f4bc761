package uk.nhs.estate.probe.dns;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.text.DmarcRecord;
import uk.nhs.estate.observation.text.SpfRecord;
import uk.nhs.estate.observation.text.TxtData;

/// Which records of a domain are asked for, and which names they point at.
final class Records {
  /// No sound domain points at more names.
  private static final int MOST_TARGETS = 40;

  /// Services that clients find by name (RFC 2782), and that are left behind when a supplier goes.
  private static final List<String> SERVICES =
      List.of("_sip._tls", "_sipfederationtls._tcp", "_autodiscover._tcp", "_xmpp-server._tcp");

  private static final Pattern SPACES = Pattern.compile("\\s+");

  /// An SPF term that names another domain (RFC 7208 §5, §6.1); with macros it names none for sure.
  private static final Pattern SPF_TARGET =
      Pattern.compile("(?i)[-+?~]?(?:include:|redirect=|exists:|a:|mx:)([^%/\\s]+)(?:/.*)?");

  private static final Pattern MAILTO = Pattern.compile("(?i)mailto:[^@]*@([^!,;\\s]+)(?:!.*)?");

  private Records() {}

  /// What every look asks for.
  static List<Question> light(String domain) {
    return Stream.concat(
            Stream.of("A", "AAAA", "MX", "TXT").map(type -> new Question(domain, type)),
            Stream.of(new Question("_dmarc." + domain, "TXT")))
        .toList();
  }

  /// What a full look asks for besides.
  ///
  /// @param signed whether there is anything that only signed zones have
  static List<Question> full(String domain, boolean signed) {
    var questions = new ArrayList<>(light(domain));
    questions.add(new Question(domain, "HTTPS"));
    questions.add(new Question("www." + domain, "A"));
    questions.add(new Question("www." + domain, "AAAA"));
    SERVICES.forEach(service -> questions.add(new Question(service + "." + domain, "SRV")));
    if (signed) {
      Stream.of("CDS", "CDNSKEY", "NSEC3PARAM")
          .forEach(type -> questions.add(new Question(domain, type)));
    }
    return questions;
  }

  /// The names that the records of look-ups point at, each once, without the domain itself, in lower
  /// case and without a dot at the end.
  static Set<String> targets(List<Lookup> lookups, String domain) {
    var names = new LinkedHashSet<String>();
    for (var lookup : lookups) {
      aliases(lookup).forEach(names::add);
      for (var data : lookup.data()) {
        targets(lookup.type(), data).map(Records::plain).forEach(names::add);
      }
    }
    names.remove("");
    names.remove(domain);
    return new LinkedHashSet<>(names.stream().limit(MOST_TARGETS).toList());
  }

  private static Stream<String> aliases(Lookup lookup) {
    var aliases =
        switch (lookup.answer()) {
          case Lookup.Found(var way, _) -> way;
          case Lookup.Absent(_, var way) -> way;
          case Lookup.Unasked _ -> List.<String>of();
        };
    return aliases.isEmpty() ? Stream.of() : Stream.of(plain(aliases.getLast()));
  }

  private static Stream<String> targets(String type, String data) {
    var words = SPACES.split(data.strip());
    return switch (type) {
      case "NS" -> Stream.of(words[0]);
      case "SOA" -> Stream.of(words[0]);
      case "MX", "HTTPS" -> words.length > 1 ? Stream.of(words[1]) : Stream.of();
      case "SRV" -> words.length > 3 ? Stream.of(words[3]) : Stream.of();
      case "TXT" -> text(TxtData.parse(data).joined());
      default -> Stream.of();
    };
  }

  private static Stream<String> text(String text) {
    return Stream.concat(
        SpfRecord.parse(text).stream()
            .flatMap(record -> record.terms().stream())
            .flatMap(term -> first(SPF_TARGET, term).stream()),
        DmarcRecord.parse(text).stream()
            .flatMap(record -> Stream.of("rua", "ruf").map(record.tags()::get))
            .filter(addresses -> addresses != null)
            .flatMap(addresses -> Stream.of(addresses.split(",")))
            .flatMap(address -> first(MAILTO, address.strip()).stream()));
  }

  private static Optional<String> first(Pattern pattern, String text) {
    var matcher = pattern.matcher(text);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static String plain(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
