package uk.nhs.estate.check.csp;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.nhs.estate.observation.text.ContentSecurityPolicy;
import uk.nhs.estate.observation.text.CspSource;
import uk.nhs.estate.observation.text.CspSource.Keyword;
import uk.nhs.estate.observation.text.CspSource.Unknown;

/// The directives that there are, and the words in them.
final class Directives {
  /// Those whose words are sources.
  private static final Set<String> OF_SOURCES =
      Set.of(
          "base-uri",
          "child-src",
          "connect-src",
          "default-src",
          "fenced-frame-src",
          "font-src",
          "form-action",
          "frame-ancestors",
          "frame-src",
          "img-src",
          "manifest-src",
          "media-src",
          "object-src",
          "script-src",
          "script-src-attr",
          "script-src-elem",
          "style-src",
          "style-src-attr",
          "style-src-elem",
          "worker-src");

  private static final Set<String> OTHERS =
      Set.of(
          "report-to",
          "report-uri",
          "require-trusted-types-for",
          "sandbox",
          "trusted-types",
          "upgrade-insecure-requests",
          "webrtc");

  /// Those that were known once, to all browsers or to some.
  static final Set<String> GIVEN_UP =
      Set.of(
          "allow",
          "block-all-mixed-content",
          "disown-opener",
          "navigate-to",
          "options",
          "plugin-types",
          "policy-uri",
          "prefetch-src",
          "referrer",
          "reflected-xss",
          "require-sri-for",
          "xhr-src");

  private static final Set<String> KEYWORDS =
      Arrays.stream(Keyword.values()).map(Keyword::word).collect(Collectors.toUnmodifiableSet());
  private static final Pattern NONCE_OR_DIGEST =
      Pattern.compile("(nonce|sha256|sha384|sha512)-[A-Za-z0-9+/_=-]*+");
  private static final String MARKS = "'\"`";

  private Directives() {}

  static boolean areKnown(String name) {
    return OF_SOURCES.contains(name) || OTHERS.contains(name) || GIVEN_UP.contains(name);
  }

  /// Whether a word among those of a directive is the name of another: one that could be a host's
  /// is taken for that.
  static boolean areMeantBy(String word) {
    return word.indexOf('-') > 0 && areKnown(word);
  }

  /// All words of a policy that should be sources.
  static Stream<Word> words(ContentSecurityPolicy policy) {
    return policy.directives().entrySet().stream()
        .filter(directive -> OF_SOURCES.contains(directive.getKey()))
        .flatMap(
            directive ->
                directive.getValue().stream()
                    .map(
                        word ->
                            new Word(directive.getKey(), word, directive.getValue().size() == 1)));
  }

  /// A word of a source list.
  ///
  /// @param alone whether the list has no other
  record Word(String directive, String text, boolean alone) {

    /// What stays the same at every look, though nonces change.
    String subject() {
      var begins = NONCE_OR_DIGEST.matcher(bare());
      return directive + " " + (begins.lookingAt() ? "'" + begins.group(1) + "-…'" : text);
    }

    boolean isMeantAsKeyword() {
      var bare = bare();
      boolean quoted = text.length() > 1 && text.startsWith("'") && text.endsWith("'");
      return !quoted && (KEYWORDS.contains(bare) || NONCE_OR_DIGEST.matcher(bare).matches());
    }

    /// Whether it lets nothing in, for a reason that no other check tells.
    boolean isNoSource() {
      return isNone()
          || (CspSource.parse(text) instanceof Unknown
              && !isMeantAsKeyword()
              && !areMeantBy(text.toLowerCase(Locale.ROOT)));
    }

    boolean isNone() {
      return !alone && CspSource.parse(text) == Keyword.NONE;
    }

    private String bare() {
      int start = 0;
      int end = text.length();
      while (start < end && MARKS.indexOf(text.charAt(start)) >= 0) {
        start++;
      }
      while (end > start && MARKS.indexOf(text.charAt(end - 1)) >= 0) {
        end--;
      }
      return text.substring(start, end).toLowerCase(Locale.ROOT);
    }
  }
}
