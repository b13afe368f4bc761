package uk.nhs.estate.observation.text;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A text that was meant as a DMARC policy record, and that receivers take no notice of since it
/// does not begin with the version as it must (RFC 9989 §4.7, `v`).
///
/// @param text as written
/// @param why what is wrong with it, in words
public record DmarcNearMiss(String text, String why) {

  private static final Pattern VERSION_SOMEWHERE =
      Pattern.compile("v\\s*=\\s*dmarc1", Pattern.CASE_INSENSITIVE);

  /// The first word, with or without `v=`, and what ends it.
  private static final Pattern FIRST_WORD =
      Pattern.compile(
          "[\"'\\\\]*(?:v\\s*=\\s*)?([a-z0-9-]{3,9})\\s*(?:[;,:].*|p\\s*=.*)?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final int MOST_TYPING_ERRORS = 2;

  /// A version, in whatever spelling, with what ends it.
  private static final Pattern BEGINNING =
      Pattern.compile(
          "^[\"'\\\\\\s]*(?:v\\s*=\\s*)?d[a-z0-9-]{2,8}\\s*[;,:.]?", Pattern.CASE_INSENSITIVE);

  private static final Pattern POLICY =
      Pattern.compile(
          "(?:^|[;,\\s])p\\s*=\\s*(?:none|quarantine|reject)\\s*(?:$|[;,\\s])",
          Pattern.CASE_INSENSITIVE);

  /// Reads a TXT record's text that stands where a policy record should; empty when it is one, or
  /// is something else.
  public static Optional<DmarcNearMiss> of(String txt) {
    return DmarcRecord.parse(txt).isPresent()
        ? Optional.empty()
        : why(txt).map(why -> new DmarcNearMiss(txt, why));
  }

  /// The record that was meant, as far as its parts can be told from one another.
  public Optional<DmarcRecord> meant() {
    return DmarcRecord.parse("v=DMARC1; " + BEGINNING.matcher(text.strip()).replaceFirst(""))
        .map(meant -> new DmarcRecord(text, meant.parts()));
  }

  private static Optional<String> why(String txt) {
    var bare = txt.strip();
    var version = VERSION_SOMEWHERE.matcher(bare);
    if (version.find()) {
      return Optional.of(whyNotThisVersion(txt, bare, version.start(), version.end()));
    }
    var word = FIRST_WORD.matcher(bare);
    if (word.matches() && distance(word.group(1).toUpperCase(Locale.ROOT)) <= MOST_TYPING_ERRORS) {
      return Optional.of("it does not begin with v=DMARC1, but with something close to it");
    }
    return POLICY.matcher(bare).find()
        ? Optional.of("it has a policy, but does not begin with v=DMARC1")
        : Optional.empty();
  }

  private static String whyNotThisVersion(String txt, String bare, int start, int end) {
    if (start > 0) {
      return bare.substring(0, start).matches("[\"'\\\\\u201C\u00E2\u0080\u009C]+")
          ? "there are quotation marks before v=DMARC1 that belong to the text"
          : "v=DMARC1 does not come first";
    }
    if (!bare.startsWith("DMARC1", end - "DMARC1".length())) {
      return "DMARC1 is not in capitals";
    }
    if (!txt.startsWith(bare.substring(0, 1))) {
      return "there is a space before v=DMARC1";
    }
    var rest = bare.substring(end).toLowerCase(Locale.ROOT).strip();
    return rest.startsWith(",") || rest.startsWith(":")
        ? "what follows v=DMARC1 is not a semicolon"
        : "no semicolon follows v=DMARC1";
  }

  /// How many letters must be put in, taken out or changed to make it the version.
  private static int distance(String word) {
    var version = "DMARC1";
    var above = new int[version.length() + 1];
    for (int at = 0; at <= version.length(); at++) {
      above[at] = at;
    }
    for (int row = 1; row <= word.length(); row++) {
      var costs = new int[version.length() + 1];
      costs[0] = row;
      for (int at = 1; at <= version.length(); at++) {
        int change = word.charAt(row - 1) == version.charAt(at - 1) ? 0 : 1;
        costs[at] = Math.min(above[at - 1] + change, 1 + Math.min(above[at], costs[at - 1]));
      }
      above = costs;
    }
    return above[version.length()];
  }
}
