package uk.nhs.estate.register;

import com.ibm.icu.text.IDNA;
import java.util.EnumMap;
import java.util.Map;

/// Turns names with national characters into A-labels and back, as UTS 46 says (non-transitional,
/// STD3, all checks).
final class InternationalName {

  private static final IDNA UTS46 =
      IDNA.getUTS46Instance(
          IDNA.USE_STD3_RULES
              | IDNA.CHECK_BIDI
              | IDNA.CHECK_CONTEXTJ
              | IDNA.CHECK_CONTEXTO
              | IDNA.NONTRANSITIONAL_TO_ASCII
              | IDNA.NONTRANSITIONAL_TO_UNICODE);

  private static final Map<IDNA.Error, String> WHY =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(IDNA.Error.EMPTY_LABEL, "has a dot too many, or one in the wrong place"),
              Map.entry(
                  IDNA.Error.LABEL_TOO_LONG,
                  "has a part of more than 63 characters between its dots"),
              Map.entry(
                  IDNA.Error.DOMAIN_NAME_TOO_LONG,
                  "is too long: a name has at most 253 characters"),
              Map.entry(IDNA.Error.LEADING_HYPHEN, "has a hyphen at the start of a part"),
              Map.entry(IDNA.Error.TRAILING_HYPHEN, "has a hyphen at the end of a part"),
              Map.entry(
                  IDNA.Error.LEADING_COMBINING_MARK, "has a part that starts with an accent alone"),
              Map.entry(IDNA.Error.DISALLOWED, "contains a character that no name may have"),
              Map.entry(
                  IDNA.Error.PUNYCODE,
                  "has a part that starts with xn-- but is not validly encoded"),
              Map.entry(
                  IDNA.Error.INVALID_ACE_LABEL,
                  "has a part that starts with xn-- but is not validly encoded"),
              Map.entry(IDNA.Error.LABEL_HAS_DOT, "has a part that hides a dot"),
              Map.entry(IDNA.Error.BIDI, "mixes writing directions in a way that can deceive"),
              Map.entry(IDNA.Error.CONTEXTJ, "has an invisible joiner where none belongs"),
              Map.entry(IDNA.Error.CONTEXTO_PUNCTUATION, "has punctuation where none belongs"),
              Map.entry(IDNA.Error.CONTEXTO_DIGITS, "mixes two kinds of digits")));

  private InternationalName() {}

  static String toAscii(String text) {
    var ascii = new StringBuilder();
    var info = new IDNA.Info();
    UTS46.nameToASCII(text, ascii, info);
    refuseIfFaulty(text, info);
    return ascii.toString();
  }

  static String toUnicode(String ascii) {
    var unicode = new StringBuilder();
    UTS46.nameToUnicode(ascii, unicode, new IDNA.Info());
    return unicode.toString();
  }

  /// Refuses a name with an A-label that does not decode, or that is not the canonical encoding of
  /// what it decodes to.
  static void check(String ascii) {
    if (!toAscii(ascii).equals(ascii)) {
      throw DomainName.refusal(
          ascii, "has a part that starts with xn-- but is not validly encoded");
    }
  }

  private static void refuseIfFaulty(String text, IDNA.Info info) {
    for (var error : info.getErrors()) {
      // Hyphens in the third and fourth place are reserved (RFC 5891 §4.2.3.1), but such names are
      // in use.
      if (error != IDNA.Error.HYPHEN_3_4) {
        throw DomainName.refusal(
            text, WHY.getOrDefault(error, "is not a valid internationalised name"));
      }
    }
  }
}
