package uk.nhs.estate.observation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.nhs.estate.observation.text.DmarcRecord;
import uk.nhs.estate.observation.text.SpfRecord;
import uk.nhs.estate.observation.text.TxtData;

/// The names that records point at: of name servers, mail servers and services, of aliases, and in
/// SPF and DMARC records.
public final class Pointers {
  /// No sound domain points at more names.
  private static final int MOST = 40;

  private static final Pattern SPACES = Pattern.compile("\\s+");

  /// An SPF term that names another domain (RFC 7208 §5, §6.1); with macros it names none for sure.
  private static final Pattern SPF_TARGET =
      Pattern.compile("(?i)[-+?~]?(?:include:|redirect=|exists:|a:|mx:)([^%/\\s]+)(?:/.*)?");

  private static final Pattern MAILTO = Pattern.compile("(?i)mailto:[^@]*@([^!,;\\s]+)(?:!.*)?");

  private Pointers() {}

  /// The names that the records of look-ups point at, each once, without the domain itself, in
  // lower
  /// case and without a dot at the end.
  public static Set<String> in(List<Lookup> lookups, String domain) {
    var names = new LinkedHashSet<String>();
    for (var lookup : lookups) {
      last(lookup.aliases()).forEach(names::add);
      for (var data : lookup.data()) {
        targets(lookup.type(), data).map(Asked::plain).forEach(names::add);
      }
    }
    names.remove("");
    names.remove(domain);
    return new LinkedHashSet<>(names.stream().limit(MOST).toList());
  }

  private static Stream<String> last(List<String> aliases) {
    return aliases.isEmpty() ? Stream.of() : Stream.of(Asked.plain(aliases.getLast()));
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
}
