package uk.nhs.estate.probe.http;

import static java.util.Comparator.comparingInt;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import uk.nhs.estate.observation.text.WebAddress;

/// The pages of a site that a crawl knows of and has not visited, the next one first.
///
/// Pages that the law asks for come first, then those fewer links away, then those higher up in the
/// site; the rest in the order in which they were found. So the same site is walked the same way.
final class Frontier {
  /// However many links there are, so many pages are remembered.
  private static final int MOST = 2_000;

  /// Addresses that differ in the query alone are mostly one page in many orders.
  private static final int MOST_QUERIES = 3;

  /// The addresses of pages are no longer; those of traps are.
  private static final int LONGEST = 500;

  /// The accessibility statement (Public Sector Bodies Accessibility Regulations 2018), the privacy
  /// notice (UK GDPR article 13) and the word on cookies (PECR regulation 6).
  private static final Set<String> STATUTORY = Set.of("accessib", "privacy", "cookie");

  /// What is no page, by the ending of its name; everything else is asked for.
  private static final Set<String> FILES =
      Set.of(
          "7z", "avi", "css", "csv", "doc", "docm", "docx", "dot", "dotx", "eps", "exe", "gif",
          "gz", "ico", "ics", "jpeg", "jpg", "js", "json", "m4a", "mov", "mp3", "mp4", "mpeg",
          "mpg", "odp", "ods", "odt", "pdf", "png", "pps", "ppsx", "ppt", "pptx", "rar", "rss",
          "rtf", "svg", "tar", "tif", "tiff", "txt", "vcf", "wav", "webm", "webp", "wmv", "woff",
          "woff2", "xls", "xlsm", "xlsx", "xml", "zip");

  /// What a visit might do, as far as its address or its words tell.
  private static final Set<String> DEEDS =
      Set.of(
          "cancel",
          "delete",
          "destroy",
          "erase",
          "logoff",
          "logout",
          "optout",
          "remove",
          "signoff",
          "signout",
          "unsubscribe");

  private static final Set<String> DEEDS_OF_TWO =
      Set.of("log off", "log out", "opt out", "sign off", "sign out", "to basket", "to cart");

  /// A page to visit.
  ///
  /// @param level how many links away from the first page
  /// @param statutory whether the law asks for it
  /// @param segments how deep in the site it is
  /// @param number how many were found before it
  record Known(WebAddress address, int level, boolean statutory, int segments, int number) {}

  private final PriorityQueue<Known> next =
      new PriorityQueue<>(
          Comparator.comparing((Known known) -> !known.statutory())
              .thenComparing(comparingInt(Known::level))
              .thenComparing(comparingInt(Known::segments))
              .thenComparing(comparingInt(Known::number)));
  private final Set<String> met = new HashSet<>();
  private final Map<String, Integer> queries = new HashMap<>();
  private int number = 0;

  /// Says that a page was visited, however we came there.
  ///
  /// @return whether it was not known before
  boolean visited(WebAddress address) {
    return met.add(key(address));
  }

  /// Takes note of a page.
  ///
  /// @param text what a link says of it
  void add(WebAddress address, String text, int level) {
    if (number >= MOST || !isPage(address) || doesSomething(address, text)) {
      return;
    }
    boolean asksForMore = address.query() != null;
    if (asksForMore && queries.getOrDefault(address.path(), 0) >= MOST_QUERIES
        || !met.add(key(address))) {
      return;
    }
    if (asksForMore) {
      queries.merge(address.path(), 1, Integer::sum);
    }
    var words = (address.path() + " " + text).toLowerCase(Locale.ROOT);
    boolean statutory = STATUTORY.stream().anyMatch(words::contains);
    next.add(new Known(address, level, statutory, segments(address.path()), number++));
  }

  /// Takes the next page away.
  Optional<Known> next() {
    return Optional.ofNullable(next.poll());
  }

  /// Puts the next page back, which could not be visited.
  void back(Known known) {
    next.add(known);
  }

  int size() {
    return next.size();
  }

  private static String key(WebAddress address) {
    return address.query() == null ? address.path() : address.path() + "?" + address.query();
  }

  /// How deep in the site a path is; a slash at its end is none.
  private static int segments(String path) {
    int last = path.endsWith("/") ? path.length() - 1 : path.length();
    return (int) path.substring(0, last).chars().filter(c -> c == '/').count();
  }

  private static boolean isPage(WebAddress address) {
    var path = address.path();
    int dot = path.lastIndexOf('.');
    return key(address).length() <= LONGEST
        && (dot < path.lastIndexOf('/')
            || !FILES.contains(path.substring(dot + 1).toLowerCase(Locale.ROOT)));
  }

  private static boolean doesSomething(WebAddress address, String text) {
    var before = "";
    for (var word : words(key(address) + " " + text)) {
      if (DEEDS.contains(word) || DEEDS_OF_TWO.contains(before + " " + word)) {
        return true;
      }
      before = word;
    }
    return false;
  }

  /// Its words in lower case; a capital begins one, as in `doLogout`.
  private static String[] words(String text) {
    var words = new StringBuilder(text.length() + 16);
    boolean inSmall = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean capital = c >= 'A' && c <= 'Z';
      boolean small = c >= 'a' && c <= 'z';
      words.append(capital && inSmall ? " " : "");
      words.append(capital || small ? Character.toLowerCase(c) : ' ');
      inSmall = small;
    }
    return words.toString().strip().split(" +");
  }
}
