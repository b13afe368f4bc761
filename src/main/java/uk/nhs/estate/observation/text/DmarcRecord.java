package uk.nhs.estate.observation.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What receivers are asked to do with mail that only pretends to come from a domain: a DMARC
/// policy record (RFC 9989 §4.7).
///
/// @param tags each tag's name in lower case with its value as written; the first of several tags
///     with the same name counts
public record DmarcRecord(Map<String, String> tags) {

  private static final Pattern VERSION = Pattern.compile("[vV][ \\t]*=[ \\t]*DMARC1[ \\t]*");
  private static final Pattern NAME = Pattern.compile("[A-Za-z]+");
  /// A scheme, a colon and something, all of it in the characters of addresses (RFC 3986 §2).
  private static final Pattern URI =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9._~:/?#\\[\\]@!$&'()*+=%-]+");

  private static final Pattern MAILBOX =
      Pattern.compile(
          "mailto:[^@?]+@([A-Za-z0-9._-]+)(?:\\?.*)?(?:![0-9]+[kmgt]?)?", Pattern.CASE_INSENSITIVE);

  public DmarcRecord {
    tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
  }

  /// What is asked for (§4.7, `p`), weakest first.
  public enum Policy {
    NONE,
    QUARANTINE,
    REJECT
  }

  /// Reads a TXT record's text; empty when its first tag is not the version of DMARC. What breaks
  /// the grammar after that is passed over.
  public static Optional<DmarcRecord> parse(String txt) {
    var parts = txt.split(";", -1);
    if (!VERSION.matcher(parts[0]).matches()) {
      return Optional.empty();
    }
    var tags = new LinkedHashMap<String, String>();
    for (var part : parts) {
      int equals = part.indexOf('=');
      var name = equals < 0 ? "" : CommaSeparated.trim(part.substring(0, equals));
      if (NAME.matcher(name).matches()) {
        tags.putIfAbsent(
            name.toLowerCase(Locale.ROOT), CommaSeparated.trim(part.substring(equals + 1)));
      }
    }
    return Optional.of(new DmarcRecord(tags));
  }

  /// The policy that receivers go by for the domain itself; empty when they must take no notice of
  /// the record (§4.10.1): a policy that is none and nowhere to report to.
  ///
  /// In test mode it is one step weaker than written (§4.7, `t`).
  public Optional<Policy> policy() {
    boolean valid =
        Stream.of("p", "sp", "np").allMatch(tag -> isAbsent(tag) || of(tag).isPresent());
    if (!valid) {
      return reports() ? Optional.of(Policy.NONE) : Optional.empty();
    }
    var written = of("p").orElse(Policy.NONE);
    boolean testing = tags.getOrDefault("t", "n").equalsIgnoreCase("y");
    return Optional.of(testing ? weaker(written) : written);
  }

  /// The domains of the mailboxes that reports are sent to (§4.7, `rua` and `ruf`).
  public List<String> reportDomains() {
    return Stream.of("rua", "ruf")
        .flatMap(tag -> Stream.of(tags.getOrDefault(tag, "").split(",", -1)))
        .map(uri -> MAILBOX.matcher(CommaSeparated.trim(uri)))
        .filter(Matcher::matches)
        .map(uri -> uri.group(1))
        .distinct()
        .toList();
  }

  private static Policy weaker(Policy policy) {
    return switch (policy) {
      case REJECT -> Policy.QUARANTINE;
      case QUARANTINE, NONE -> Policy.NONE;
    };
  }

  /// Whether there is an address to report to.
  private boolean reports() {
    return Stream.of(tags.getOrDefault("rua", "").split(",", -1))
        .anyMatch(uri -> URI.matcher(CommaSeparated.trim(uri)).matches());
  }

  private boolean isAbsent(String tag) {
    return !tags.containsKey(tag);
  }

  private Optional<Policy> of(String tag) {
    return Stream.of(Policy.values())
        .filter(policy -> policy.name().equalsIgnoreCase(tags.get(tag)))
        .findFirst();
  }
}
