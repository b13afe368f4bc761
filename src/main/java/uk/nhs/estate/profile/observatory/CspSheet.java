package uk.nhs.estate.profile.observatory;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import uk.nhs.estate.observation.text.CspSource;
import uk.nhs.estate.observation.text.CspUrl;

/// The directives of one policy, without the sources that others in the same list put out of force.
///
/// @param directives names and sources in lower case
/// @param dynamicWithoutNonce whether scripts hang on 'strict-dynamic' and nothing starts them
record CspSheet(Map<String, List<String>> directives, boolean dynamicWithoutNonce) {

  private static final Set<String> BROAD =
      Set.of("ftp:", "http:", "https:", "*", "http://*", "http://*.*", "https://*", "https://*.*");
  private static final List<String> NONCES = List.of("'nonce-", "'sha256-", "'sha384-", "'sha512-");
  private static final List<String> SETTLED =
      List.of(
          "script-src",
          "style-src",
          "script-src-elem",
          "script-src-attr",
          "style-src-elem",
          "style-src-attr");
  static final List<String> PASSIVE = List.of("img-src", "media-src");

  /// What a list of sources lets in.
  enum Allows {
    INLINE,
    DATA,
    ANY_HTTPS,
    ANY_HTTP
  }

  static final Set<Allows> EVERYTHING = Set.copyOf(EnumSet.allOf(Allows.class));

  /// As the Observatory reads it: whatever looks like a nonce is one.
  static CspSheet theirs(Map<String, Set<String>> directives) {
    var lists = new LinkedHashMap<String, List<String>>();
    directives.forEach((name, sources) -> lists.put(name, new ArrayList<>(sources)));
    return settled(
        lists,
        List.of("script-src", "style-src"),
        source -> NONCES.stream().anyMatch(source::startsWith),
        source -> BROAD.stream().anyMatch(source::startsWith));
  }

  /// As browsers read it (CSP Level 3 §2.3.1, §8.2).
  static CspSheet ours(String policy) {
    var lists = new LinkedHashMap<String, List<String>>();
    for (var directive : CspMerge.directives(policy)) {
      var sources = new ArrayList<>(directive.subList(1, directive.size()));
      if (sources.isEmpty() && directive.getFirst().endsWith("-src")) {
        sources.add("'none'");
      }
      lists.putIfAbsent(directive.getFirst(), sources);
    }
    return settled(lists, SETTLED, CspSheet::isNonceOrDigest, source -> !source.startsWith("'"));
  }

  private static CspSheet settled(
      Map<String, List<String>> lists,
      List<String> names,
      Predicate<String> isNonce,
      Predicate<String> isPlace) {
    boolean stuck = false;
    for (var name : names) {
      var general = name.startsWith("script") ? "script-src" : "style-src";
      var list = lists.get(name.equals(general) && !lists.containsKey(name) ? "default-src" : name);
      if (list == null) {
        continue;
      }
      boolean nonce = list.stream().anyMatch(isNonce);
      boolean dynamic = general.equals("script-src") && list.contains("'strict-dynamic'");
      stuck |= dynamic && !nonce && name.equals("script-src");
      if (nonce || dynamic && !name.equals("script-src")) {
        list.remove("'unsafe-inline'");
      }
      if (dynamic && nonce) {
        list.removeIf(source -> isPlace.test(source) || source.equals("'self'"));
      }
    }
    return new CspSheet(lists, stuck);
  }

  /// The sources for something: those of the first of some directives that is there.
  Optional<List<String>> sources(String... names) {
    for (var name : names) {
      var list = directives.get(name);
      if (list != null) {
        return Optional.of(list);
      }
    }
    return Optional.empty();
  }

  Optional<List<String>> scripts() {
    return sources("script-src", "default-src");
  }

  Optional<List<String>> styles() {
    return sources("style-src", "default-src");
  }

  Optional<List<String>> objects() {
    return sources("object-src", "default-src");
  }

  boolean startsFromNothing() {
    return List.of("'none'").equals(directives.get("default-src"));
  }

  /// Sources of everything but images, video and sound.
  List<String> active() {
    return directives.entrySet().stream()
        .filter(one -> !PASSIVE.contains(one.getKey()))
        .flatMap(one -> one.getValue().stream())
        .toList();
  }

  List<String> passive() {
    return PASSIVE.stream()
        .flatMap(name -> sources(name, "default-src").stream().flatMap(List::stream))
        .toList();
  }

  static boolean isInsecure(String source) {
    return source.startsWith("http:") || source.startsWith("ftp:");
  }

  /// In the letters of the Observatory's list.
  static boolean isBroad(String source) {
    return BROAD.contains(source);
  }

  static boolean isInline(String source) {
    return source.equals("'unsafe-inline'") || source.equals("data:");
  }

  private static boolean isNonceOrDigest(String source) {
    var read = CspSource.parse(source);
    return read instanceof CspSource.Nonce || read instanceof CspSource.Hash;
  }

  /// What a list lets in that nobody named, by the rules by which browsers match sources; all of it
  /// where there is no list.
  ///
  /// @param self where the page is
  static Set<Allows> allows(Optional<List<String>> list, CspUrl self) {
    if (list.isEmpty()) {
      return EVERYTHING;
    }
    var allowed = EnumSet.noneOf(Allows.class);
    for (var source : list.get()) {
      switch (source) {
        case "'unsafe-inline'" -> allowed.add(Allows.INLINE);
        case "data:" -> allowed.add(Allows.DATA);
        default -> {
          // what breaks the grammar and is meant for any host is taken as it is meant
          var read = CspSource.parse(source);
          if (isBroad(source) || read.coversEveryHost("https", self)) {
            allowed.add(Allows.ANY_HTTPS);
          }
          if (read.coversEveryHost("http", self)) {
            allowed.add(Allows.ANY_HTTP);
          }
        }
      }
    }
    return allowed;
  }
}
