package uk.nhs.estate.observation.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.nhs.estate.observation.Asked;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Lookups;
import uk.nhs.estate.observation.text.MailExchange;
import uk.nhs.estate.observation.text.SpfMacroString;

/// The names that SPF asks for: what a macro string becomes before it is put to the DNS.
final class SpfNames {
  private static final int LONGEST = 253;
  private static final int LONGEST_LABEL = 63;

  private SpfNames() {}

  /// The name that a macro string stands for, in lower case, without a dot at its end. Labels on
  /// the left are left out of one that is too long (RFC 7208 §7.3).
  static String expand(SpfMacroString string, Function<Character, String> values) {
    var name = domain(string.expand(values));
    while (name.length() > LONGEST && name.indexOf('.') >= 0) {
      name = name.substring(name.indexOf('.') + 1);
    }
    return name;
  }

  /// A name that was given, as it is compared and asked; of national characters the bytes in UTF-8.
  static String domain(String given) {
    if (isAscii(given)) {
      return plain(given);
    }
    var bytes = new String(given.getBytes(UTF_8), ISO_8859_1).toCharArray();
    for (int at = 0; at < bytes.length; at++) {
      bytes[at] += (char) (bytes[at] >= 'A' && bytes[at] <= 'Z' ? 'a' - 'A' : 0);
    }
    var name = new String(bytes);
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  /// A name as it is compared and asked: in lower case, without a dot at its end.
  static String plain(String name) {
    return Asked.plain(name);
  }

  /// Whether the DNS can hold it: no label is empty or too long, nor is all of it.
  static boolean isPossible(String name) {
    return name.length() <= LONGEST
        && List.of(name.split("\\.", -1)).stream()
            .allMatch(label -> !label.isEmpty() && label.length() <= LONGEST_LABEL);
  }

  /// Whether SPF has anything to say of it: it has several labels, and is no address in brackets
  /// (RFC 7208 §4.3).
  static boolean isDomain(String name) {
    return isPossible(name) && name.indexOf('.') > 0 && name.charAt(0) != '[';
  }

  /// Asks, unless the DNS cannot hold the name: then it does not exist.
  static Lookup ask(Lookups lookups, String name, String type) {
    return isPossible(name)
        ? lookups.asked(written(name), type)
        : new Lookup(name, type, new Lookup.Absent(Lookup.Absence.NXDOMAIN, List.of()));
  }

  /// As text of the DNS (RFC 1035 §5.1): a backslash of the sender's is no escape.
  private static String written(String name) {
    if (isAscii(name) && name.indexOf('\\') < 0) {
      return name;
    }
    return name.chars()
        .mapToObj(
            c -> c == '\\' ? "\\\\" : c < 0x80 ? Character.toString(c) : String.format("\\%03d", c))
        .collect(Collectors.joining());
  }

  /// The name of each mail exchanger, the most wanted first (RFC 5321 §5.1); without the one that
  /// says that there is none (RFC 7505 §3).
  static List<String> exchanges(Lookup mx) {
    return mx.data().stream()
        .map(MailExchange::parse)
        .filter(exchange -> !exchange.isNull())
        .sorted(Comparator.comparingInt(MailExchange::preference).thenComparing(MailExchange::host))
        .map(exchange -> plain(exchange.host()))
        .toList();
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }
}
