package uk.nhs.estate.report;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import uk.nhs.estate.register.Refusal;

/// In what encoding an XML document is, by its first bytes and its declaration (XML 1.0 appendix
/// F).
///
/// @param mark how many bytes come before the text
record XmlEncoding(Charset charset, int mark) {
  private static final Pattern DECLARED =
      Pattern.compile("<\\?xml[^>]{1,100}?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");

  /// What mail programs write.
  private static final Set<String> READ =
      Set.of("utf-8", "us-ascii", "iso-8859-1", "iso-8859-15", "windows-1252");

  /// Looks at how a document begins.
  ///
  /// @throws Refusal if it says of itself to be in an encoding in which it is not, or an odd one
  static XmlEncoding of(byte[] head) {
    if (starts(head, "\u00fe\u00ff") || starts(head, "\0<")) {
      return new XmlEncoding(StandardCharsets.UTF_16BE, head[0] == 0 ? 0 : 2);
    }
    if (starts(head, "\u00ff\u00fe") || starts(head, "<\0")) {
      return new XmlEncoding(StandardCharsets.UTF_16LE, head[0] == '<' ? 0 : 2);
    }
    int mark = starts(head, "\u00ef\u00bb\u00bf") ? 3 : 0;
    var declared = DECLARED.matcher(ascii(head));
    var name = declared.lookingAt() ? declared.group(1) : "UTF-8";
    if (!READ.contains(name.toLowerCase(Locale.ROOT))) {
      throw ReportXml.refuse(
          1,
          "XML",
          "it is not in the encoding that it claims, or in one that is not read: " + name);
    }
    return new XmlEncoding(Charset.forName(name), mark);
  }

  /// The characters of a document; bytes that are none end in an exception.
  Reader reader(InputStream in) {
    return new InputStreamReader(
        in,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /// How a file begins without what marks its encoding, as far as it is ASCII.
  static String ascii(byte[] head) {
    return new String(head, StandardCharsets.ISO_8859_1)
        .replaceFirst("^(\u00ef\u00bb\u00bf|\u00fe\u00ff|\u00ff\u00fe)", "")
        .replace("\0", "");
  }

  private static boolean starts(byte[] head, String with) {
    var expected = with.getBytes(StandardCharsets.ISO_8859_1);
    return head.length >= expected.length
        && Arrays.equals(head, 0, expected.length, expected, 0, expected.length);
  }
}
