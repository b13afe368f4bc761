package uk.nhs.estate.observation.page;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decodes a page as browsers do (HTML §13.2.3): a byte order mark counts most, then the header,
/// then a `meta` element near the beginning. Names that browsers do not know, such as UTF-7, are
/// passed over.
final class PageEncoding {

  /// How far browsers look for a `meta` element before they read the page.
  private static final int PRESCANNED = 1_024;

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final String REPLACEMENT = "replacement";

  /// The names of encodings (Encoding standard §4.2), each line after what Java calls it. Java
  /// lacks ISO-8859-10 and ISO-8859-14, which agree with ISO-8859-1 in most letters.
  private static final Map<String, String> LABELS =
      labels(
          """
          UTF-8: unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8
          IBM866: 866 cp866 csibm866 ibm866
          ISO-8859-2: csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 \
          l2 latin2
          ISO-8859-3: csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 \
          l3 latin3
          ISO-8859-4: csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 \
          l4 latin4
          ISO-8859-5: csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 \
          iso_8859-5:1988
          ISO-8859-6: arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 \
          iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987
          ISO-8859-7: csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 \
          iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek
          ISO-8859-8: csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 \
          iso88598 iso_8859-8 iso_8859-8:1988 visual csiso88598i iso-8859-8-i logical
          ISO-8859-1: csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6 iso-8859-14 \
          iso8859-14 iso885914
          ISO-8859-13: iso-8859-13 iso8859-13 iso885913
          ISO-8859-15: csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9
          ISO-8859-16: iso-8859-16
          KOI8-R: cskoi8r koi koi8 koi8-r koi8_r
          KOI8-U: koi8-ru koi8-u
          x-MacRoman: csmacintosh mac macintosh x-mac-roman
          x-windows-874: dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874
          windows-1250: cp1250 windows-1250 x-cp1250
          windows-1251: cp1251 windows-1251 x-cp1251
          windows-1252: ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 \
          iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252 \
          x-user-defined
          windows-1253: cp1253 windows-1253 x-cp1253
          windows-1254: cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 \
          iso_8859-9:1989 l5 latin5 windows-1254 x-cp1254
          windows-1255: cp1255 windows-1255 x-cp1255
          windows-1256: cp1256 windows-1256 x-cp1256
          windows-1257: cp1257 windows-1257 x-cp1257
          windows-1258: cp1258 windows-1258 x-cp1258
          x-MacCyrillic: x-mac-cyrillic x-mac-ukrainian
          GB18030: chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk gb18030
          Big5-HKSCS: big5 big5-hkscs cn-big5 csbig5 x-x-big5
          EUC-JP: cseucpkdfmtjapanese euc-jp x-euc-jp
          ISO-2022-JP: csiso2022jp iso-2022-jp
          windows-31j: csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis
          x-windows-949: cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 \
          ksc5601 ksc_5601 windows-949
          UTF-16BE: unicodefffe utf-16be
          UTF-16LE: csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le
          replacement: csiso2022kr hz-gb-2312 iso-2022-cn iso-2022-cn-ext iso-2022-kr replacement
          """);

  private PageEncoding() {}

  private static Map<String, String> labels(String lines) {
    var labels = new HashMap<String, String>();
    for (var line : lines.lines().toList()) {
      int colon = line.indexOf(": ");
      for (var label : line.substring(colon + 2).split(" ", -1)) {
        labels.put(label, line.substring(0, colon));
      }
    }
    return labels;
  }

  /// The text of a page.
  ///
  /// @param contentType as sent
  static String decode(byte[] bytes, String contentType) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
    }
    var name = known(ofHeader(contentType)).or(() -> prescanned(bytes)).orElse("");
    if (name.equals(REPLACEMENT)) { // browsers show nothing of encodings that have proved dangerous
      return "\uFFFD";
    }
    var charset =
        !name.isEmpty() && Charset.isSupported(name) ? Charset.forName(name) : WINDOWS_1252;
    return new String(bytes, charset);
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    for (int at = 0; at < mark.length; at++) {
      if (at == bytes.length || (bytes[at] & 0xFF) != mark[at]) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> known(@Nullable String label) {
    return label == null
        ? Optional.empty()
        : Optional.ofNullable(LABELS.get(label.strip().toLowerCase(Locale.ROOT)));
  }

  private static @Nullable String ofHeader(String contentType) {
    for (var parameter : contentType.split("[;,]", -1)) {
      var text = parameter.strip();
      if (text.regionMatches(true, 0, "charset=", 0, 8)) {
        return text.substring(8).replace("\"", "");
      }
    }
    return null;
  }

  /// What a page says of itself near its beginning. That it is in UTF-16 cannot be true there.
  private static Optional<String> prescanned(byte[] bytes) {
    if (startsWith(bytes, '<', 0, '?', 0, 'x', 0)) {
      return Optional.of("UTF-16LE");
    }
    if (startsWith(bytes, 0, '<', 0, '?', 0, 'x')) {
      return Optional.of("UTF-16BE");
    }
    int length = Math.min(bytes.length, PRESCANNED);
    return new Prescan(new String(bytes, 0, length, StandardCharsets.ISO_8859_1))
        .encoding()
        .map(name -> name.startsWith("UTF-16") ? "UTF-8" : name);
  }

  /// Looks for the `meta` element (HTML §13.2.3.2).
  private static final class Prescan {
    private final String text;
    private int at = 0;
    private String name = "";
    private String value = "";

    Prescan(String text) {
      this.text = text;
    }

    Optional<String> encoding() {
      for (; at < text.length(); at++) {
        if (text.startsWith("<!--", at)) {
          int end = text.indexOf("-->", at + 2);
          at = end < 0 ? text.length() : end + 2;
        } else if (text.regionMatches(true, at, "<meta", 0, 5) && isSpaceOrSlash(at + 5)) {
          at += 6;
          var found = meta();
          if (found.isPresent()) {
            return found;
          }
        } else if (isTag()) {
          while (at < text.length() && !Tokens.isSpace(text.charAt(at)) && text.charAt(at) != '>') {
            at++;
          }
          while (attribute()) {}
        } else if (text.startsWith("<!", at)
            || text.startsWith("</", at)
            || text.startsWith("<?", at)) {
          int end = text.indexOf('>', at);
          at = end < 0 ? text.length() : end;
        }
      }
      return ofXml();
    }

    private boolean isTag() {
      int letter = text.startsWith("</", at) ? at + 2 : at + 1;
      return text.charAt(at) == '<' && letter < text.length() && isLetter(text.charAt(letter));
    }

    private Optional<String> meta() {
      boolean pragma = false;
      boolean needsPragma = false;
      String label = null;
      var seen = new HashSet<String>();
      while (attribute()) {
        if (!seen.add(name)) {
          continue;
        }
        switch (name) {
          case "http-equiv" -> pragma |= value.equals("content-type");
          case "content" -> {
            var said = label == null ? ofContent(value) : null;
            if (known(said).isPresent()) {
              label = said;
              needsPragma = true;
            }
          }
          case "charset" -> {
            label = value;
            needsPragma = false;
          }
          default -> {}
        }
      }
      return needsPragma && !pragma ? Optional.empty() : known(label);
    }

    private static @Nullable String ofContent(String content) {
      int from = 0;
      while (true) {
        int found = content.indexOf("charset", from);
        if (found < 0) {
          return null;
        }
        int at = afterSpaces(content, found + 7);
        from = found + 7;
        if (at < content.length() && content.charAt(at) == '=') {
          return label(content, afterSpaces(content, at + 1));
        }
      }
    }

    private static @Nullable String label(String content, int start) {
      if (start == content.length()) {
        return null;
      }
      char first = content.charAt(start);
      if (first == '"' || first == '\'') {
        int end = content.indexOf(first, start + 1);
        return end < 0 ? null : content.substring(start + 1, end);
      }
      int end = start;
      while (end < content.length()
          && !Tokens.isSpace(content.charAt(end))
          && content.charAt(end) != ';') {
        end++;
      }
      return content.substring(start, end);
    }

    private static int afterSpaces(String content, int from) {
      int at = from;
      while (at < content.length() && Tokens.isSpace(content.charAt(at))) {
        at++;
      }
      return at;
    }

    /// Goes over one attribute of a tag, and notes its name and value; false at the tag's end.
    private boolean attribute() {
      while (at < text.length() && isSpaceOrSlash(at)) {
        at++;
      }
      if (at >= text.length() || text.charAt(at) == '>') {
        return false;
      }
      int start = at;
      while (at < text.length() && !isSpaceOrSlash(at) && (text.charAt(at) != '=' || at == start)) {
        if (text.charAt(at) == '>') {
          break;
        }
        at++;
      }
      name = text.substring(start, at).toLowerCase(Locale.ROOT);
      value = "";
      int equals = afterSpaces(text, at);
      if (equals < text.length() && text.charAt(equals) == '=') {
        at = afterSpaces(text, equals + 1);
        value = value().toLowerCase(Locale.ROOT);
      }
      return true;
    }

    private String value() {
      if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
        int end = text.indexOf(text.charAt(at), at + 1);
        var quoted = text.substring(at + 1, end < 0 ? text.length() : end);
        at = end < 0 ? text.length() : end + 1;
        return quoted;
      }
      int start = at;
      while (at < text.length() && !Tokens.isSpace(text.charAt(at)) && text.charAt(at) != '>') {
        at++;
      }
      return text.substring(start, at);
    }

    private Optional<String> ofXml() {
      int end = text.indexOf('>');
      int name = text.indexOf("encoding");
      if (!text.startsWith("<?xml") || name < 0 || name > end) {
        return Optional.empty();
      }
      int equals = afterSpaces(text, name + 8);
      return equals < end && text.charAt(equals) == '='
          ? known(label(text, afterSpaces(text, equals + 1)))
          : Optional.empty();
    }

    private boolean isSpaceOrSlash(int place) {
      return place < text.length()
          && (Tokens.isSpace(text.charAt(place)) || text.charAt(place) == '/');
    }

    private static boolean isLetter(char c) {
      return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
  }
}
