package uk.nhs.estate.observation.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What receivers are asked to do with mail that only pretends to come from a domain: a DMARC
/// policy record (RFC 9989 §4.7, §4.8).
///
/// @param text the record as written
/// @param parts what stands between its semicolons, without what is empty
public record DmarcRecord(String text, List<Part> parts) {

  private static final Pattern VERSION = Pattern.compile("[vV][ \\t]*=[ \\t]*DMARC1[ \\t]*");
  private static final Pattern NAME = Pattern.compile("[A-Za-z]+");
  private static final Pattern VALUE = Pattern.compile("[\\x20-\\x3A\\x3C-\\x7E]+");

  private static final Pattern ZERO_OR_ONE = Pattern.compile("[01]");
  private static final Pattern D_OR_S = Pattern.compile("[ds]", Pattern.CASE_INSENSITIVE);

  private static final Set<String> VALID =
      Set.of("v", "p", "sp", "np", "adkim", "aspf", "fo", "rua", "ruf", "psd", "t");

  /// RFC 7489 had them; they are reserved and mean nothing (RFC 9989 §9.3).
  private static final Set<String> RETIRED = Set.of("pct", "rf", "ri");

  private static final int MOST_OF_A_VALUE = 200;

  public DmarcRecord {
    parts = List.copyOf(parts);
  }

  /// One part between semicolons.
  ///
  /// @param name of the tag, in lower case; all of the part when it is no tag
  /// @param value as written; empty when it is no tag
  /// @param isTag whether it is a name of letters, an equals sign and a value
  public record Part(String name, String value, boolean isTag) {}

  /// What is asked for (§4.7, `p`), weakest first.
  public enum Policy {
    NONE,
    QUARANTINE,
    REJECT;

    /// As it is written in a record.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    private Policy weaker() {
      return switch (this) {
        case REJECT -> QUARANTINE;
        case QUARANTINE, NONE -> NONE;
      };
    }

    private static Optional<Policy> of(String word) {
      return Stream.of(values()).filter(policy -> policy.word().equalsIgnoreCase(word)).findFirst();
    }
  }

  /// For whose mail a policy is.
  public enum Scope {
    /// Of the domain that has the record.
    DOMAIN("p"),
    /// Of a name below it that exists.
    SUBDOMAINS("sp"),
    /// Of a name below it that does not exist (§3.2.13, RFC 8020).
    MISSING("np");

    private final String tag;

    Scope(String tag) {
      this.tag = tag;
    }

    /// The tag that says so.
    public String tag() {
      return tag;
    }
  }

  /// Whether the domain is one below which others register theirs (§4.7, `psd`).
  public enum Psd {
    /// It is.
    YES,
    /// It is not: it is the organisational domain of all below it.
    NO,
    /// The record does not say.
    UNSAID
  }

  /// Something that is not as the grammar wants it.
  ///
  /// @param tag its name in lower case, or the part that is no tag
  /// @param value as written
  /// @param reading what receivers go by instead, in words
  public record SyntaxError(String tag, String value, String reading) {}

  /// Reads a TXT record's text; empty when its first tag is not the version of DMARC. What breaks
  /// the grammar after that is passed over, and told by [#errors].
  public static Optional<DmarcRecord> parse(String txt) {
    var written = txt.split(";", -1);
    if (!VERSION.matcher(written[0]).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new DmarcRecord(
            txt,
            Stream.of(written)
                .map(CommaSeparated::trim)
                .filter(part -> !part.isEmpty())
                .map(DmarcRecord::part)
                .toList()));
  }

  private static Part part(String text) {
    int equals = text.indexOf('=');
    var name = equals < 0 ? text : CommaSeparated.trim(text.substring(0, equals));
    return equals >= 0 && NAME.matcher(name).matches()
        ? new Part(
            name.toLowerCase(Locale.ROOT), CommaSeparated.trim(text.substring(equals + 1)), true)
        : new Part(text, "", false);
  }

  /// Each tag's name in lower case with its value as written; the first of several tags with the
  /// same name counts.
  public Map<String, String> tags() {
    var tags = new LinkedHashMap<String, String>();
    for (var part : parts) {
      if (part.isTag()) {
        tags.putIfAbsent(part.name(), part.value());
      }
    }
    return Collections.unmodifiableMap(tags);
  }

  /// The tags that mean something, with values within the grammar.
  public Map<String, String> validTags() {
    var valid = new LinkedHashMap<>(tags());
    valid.keySet().retainAll(VALID);
    parts.stream()
        .filter(part -> part.isTag() && part.value().equals(valid.get(part.name())))
        .filter(part -> reading(part).isPresent())
        .forEach(part -> valid.remove(part.name()));
    return Collections.unmodifiableMap(valid);
  }

  /// The policy that receivers go by for the domain itself; empty when they must take no notice of
  /// the record (§4.10.1): a policy that is none and nowhere to report to.
  public Optional<Policy> policy() {
    return policy(Scope.DOMAIN);
  }

  /// The policy that receivers go by; empty when they must take no notice of the record (§4.10.1).
  ///
  /// In test mode it is one step weaker than written (§4.7, `t`).
  public Optional<Policy> policy(Scope scope) {
    return written(scope).map(policy -> isTesting() ? policy.weaker() : policy);
  }

  /// The same without regard to test mode: what is asked for, with what stands in for a tag that is
  /// not there (§4.7). A policy that is none makes the whole record count as `p=none` (§4.10.1).
  public Optional<Policy> written(Scope scope) {
    if (!hasValidPolicies()) {
      return hasReportAddress() ? Optional.of(Policy.NONE) : Optional.empty();
    }
    return Optional.of(of(source(scope).tag()).orElse(Policy.NONE));
  }

  /// The policy of a receiver that still follows RFC 7489 (§6.3, §6.6.3): it wants a `p`, and knows
  /// neither test mode nor a policy for names that do not exist.
  public Optional<Policy> policyByRfc7489(Scope scope) {
    var p = of("p");
    var sp = of("sp");
    if (p.isEmpty() || (sp.isEmpty() && tags().containsKey("sp"))) {
      return hasReportAddress() ? Optional.of(Policy.NONE) : Optional.empty();
    }
    return scope == Scope.DOMAIN ? p : sp.or(() -> p);
  }

  /// The scope whose tag the policy is taken from: `np`, else `sp`, else `p` (§4.7).
  public Scope source(Scope scope) {
    var tags = tags();
    return switch (scope) {
      case MISSING -> tags.containsKey("np") ? scope : source(Scope.SUBDOMAINS);
      case SUBDOMAINS -> tags.containsKey("sp") ? scope : Scope.DOMAIN;
      case DOMAIN -> scope;
    };
  }

  /// Whether it asks to be only tried out (§4.7, `t`).
  public boolean isTesting() {
    return tags().getOrDefault("t", "n").equalsIgnoreCase("y");
  }

  /// What it says of the domain being a public suffix (§4.7, `psd`).
  public Psd psd() {
    return switch (tags().getOrDefault("psd", "u").toLowerCase(Locale.ROOT)) {
      case "y" -> Psd.YES;
      case "n" -> Psd.NO;
      default -> Psd.UNSAID;
    };
  }

  /// Where aggregate reports are to go (§4.7, `rua`); empty without the tag.
  public List<DmarcUri> aggregateReports() {
    return uris("rua");
  }

  /// Where reports on single messages are to go (§4.7, `ruf`); empty without the tag.
  public List<DmarcUri> failureReports() {
    return uris("ruf");
  }

  /// All mailboxes that reports are sent to, first those of `rua`, each once.
  public List<DmarcUri.Mailbox> mailboxes() {
    return Stream.concat(aggregateReports().stream(), failureReports().stream())
        .filter(DmarcUri.Mailbox.class::isInstance)
        .map(DmarcUri.Mailbox.class::cast)
        .distinct()
        .toList();
  }

  /// The domains of the mailboxes that reports are sent to (§4.7, `rua` and `ruf`).
  public List<String> reportDomains() {
    return mailboxes().stream().map(DmarcUri.Mailbox::domain).distinct().toList();
  }

  /// The tags of RFC 7489 that RFC 9989 has no use for: `pct`, `rf`, `ri`.
  public List<Part> retired() {
    return parts.stream().filter(part -> part.isTag() && RETIRED.contains(part.name())).toList();
  }

  /// The tags that nobody has registered; receivers pass over them (§4.7).
  public List<Part> unknown() {
    return parts.stream()
        .filter(part -> part.isTag() && !RETIRED.contains(part.name()))
        .filter(part -> !VALID.contains(part.name()))
        .toList();
  }

  /// Whether `p` follows the version at once, as RFC 7489 §6.4 has it; so it is as well without a
  /// `p`.
  public boolean hasPolicySecond() {
    return !tags().containsKey("p") || parts.get(1).name().equals("p");
  }

  /// Everything that is not as the grammar wants it (§4.8), but for addresses that are broken,
  /// which [#aggregateReports] and [#failureReports] tell, and but for semicolons too many, which
  /// harm nobody.
  public List<SyntaxError> errors() {
    var errors = new ArrayList<SyntaxError>();
    var seen = new HashSet<String>();
    for (var part : parts) {
      if (!part.isTag()) {
        errors.add(new SyntaxError(cut(part.name()), "", "it is no tag, and is passed over"));
      } else if (!seen.add(part.name())) {
        errors.add(
            new SyntaxError(
                part.name(),
                cut(part.value()),
                "only the first "
                    + part.name()
                    + " counts, or none of the record (RFC 6376 §3.2)"));
      } else {
        reading(part)
            .ifPresent(
                reading -> errors.add(new SyntaxError(part.name(), cut(part.value()), reading)));
      }
    }
    return List.copyOf(errors);
  }

  /// What receivers go by instead of a value that breaks the grammar.
  private Optional<String> reading(Part tag) {
    boolean sound =
        switch (tag.name()) {
          case "p", "sp", "np" -> Policy.of(tag.value()).isPresent();
          case "adkim", "aspf" -> isOneOf(tag.value(), "r", "s");
          case "t" -> isOneOf(tag.value(), "y", "n");
          case "psd" -> isOneOf(tag.value(), "y", "n", "u");
          case "fo" -> isFailureOptions(tag.value());
          case "rua", "ruf" -> true;
          default -> VALUE.matcher(tag.value()).matches();
        };
    return sound
        ? Optional.empty()
        : Optional.of(
            switch (tag.name()) {
              case "p", "sp", "np" ->
                  hasReportAddress()
                      ? "the whole record counts as p=none"
                      : "receivers take no notice of the record";
              case "adkim", "aspf" -> "it counts as " + tag.name() + "=r";
              case "t" -> "it counts as t=n";
              case "psd" -> "it counts as psd=u";
              case "fo" -> "it counts as fo=0";
              default -> "it is passed over";
            });
  }

  private static boolean isOneOf(String value, String... words) {
    return Stream.of(words).anyMatch(value::equalsIgnoreCase);
  }

  /// `0` or `1`, `d` and `s` in any order, each once at the most (§4.8, `dmarc-fo`).
  private static boolean isFailureOptions(String value) {
    var options = List.of(value.toLowerCase(Locale.ROOT).split(":", -1));
    return options.stream()
            .allMatch(one -> ZERO_OR_ONE.matcher(one).matches() || D_OR_S.matcher(one).matches())
        && Set.copyOf(options).size() == options.size()
        && !options.containsAll(List.of("0", "1"));
  }

  /// Whether each of `p`, `sp` and `np` that is there is one of the policies; else the whole record
  /// counts as `p=none`, or for nothing (§4.10.1).
  public boolean hasValidPolicies() {
    return Stream.of(Scope.values())
        .map(Scope::tag)
        .allMatch(tag -> !tags().containsKey(tag) || of(tag).isPresent());
  }

  /// Whether there is an address to report to.
  private boolean hasReportAddress() {
    return aggregateReports().stream().anyMatch(uri -> !(uri instanceof DmarcUri.Broken));
  }

  private List<DmarcUri> uris(String tag) {
    var value = tags().get(tag);
    return value == null ? List.of() : DmarcUri.list(value);
  }

  private Optional<Policy> of(String tag) {
    return Optional.ofNullable(tags().get(tag)).flatMap(Policy::of);
  }

  private static String cut(String text) {
    return text.length() <= MOST_OF_A_VALUE ? text : text.substring(0, MOST_OF_A_VALUE) + "…";
  }
}
