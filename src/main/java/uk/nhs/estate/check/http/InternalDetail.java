package uk.nhs.estate.check.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import uk.nhs.estate.observation.InternalNetwork;

/// Finds addresses, names of hosts and places of files in a text that mean something only inside a
/// network.
final class InternalDetail {
  private static final String BETWEEN_WORDS = " \t,;=\"'()<>|@&?#";
  private static final Set<InternalNetwork> NETWORKS =
      Set.of(InternalNetwork.PRIVATE, InternalNetwork.UNIQUE_LOCAL, InternalNetwork.SHARED);

  /// Ends of names that no one can look up on the internet (RFC 6762, RFC 8375, and what people
  /// make up).
  private static final List<String> ENDS =
      List.of(
          ".local",
          ".localdomain",
          ".internal",
          ".intranet",
          ".lan",
          ".corp",
          ".private",
          ".home.arpa");

  private static final List<String> PLACES = List.of("/var/www/", "/usr/local/");

  private InternalDetail() {}

  /// The first one.
  static Optional<String> in(String text) {
    int start = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || BETWEEN_WORDS.indexOf(text.charAt(at)) >= 0) {
        var word = text.substring(start, at);
        if (isInternal(word)) {
          return Optional.of(word);
        }
        start = at + 1;
      }
    }
    return Optional.empty();
  }

  private static boolean isInternal(String word) {
    if (word.length() < 5) {
      return false;
    }
    return isPlace(word) || isHost(host(word));
  }

  /// A place on a disk of Windows or of Unix that is no path of a URL.
  private static boolean isPlace(String word) {
    return PLACES.stream().anyMatch(word::startsWith)
        || (word.startsWith(":\\", 1) && Character.isLetter(word.charAt(0)));
  }

  /// The host of an address, with or without its scheme, port and path.
  private static String host(String word) {
    int scheme = word.indexOf("://");
    var rest = scheme < 0 ? word : word.substring(scheme + 3);
    int slash = rest.indexOf('/');
    var authority = slash < 0 ? rest : rest.substring(0, slash);
    if (authority.startsWith("[")) {
      int end = authority.indexOf(']');
      return end < 0 ? "" : authority.substring(1, end);
    }
    int colon = authority.indexOf(':');
    return colon >= 0 && colon == authority.lastIndexOf(':')
        ? authority.substring(0, colon)
        : authority;
  }

  private static boolean isHost(String host) {
    return InternalNetwork.of(host).filter(NETWORKS::contains).isPresent()
        || (ENDS.stream().anyMatch(host.toLowerCase(Locale.ROOT)::endsWith)
            && host.charAt(0) != '.'
            && host.chars().allMatch(InternalDetail::isInNames));
  }

  private static boolean isInNames(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_';
  }
}
