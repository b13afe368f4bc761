package uk.nhs.estate.register.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import uk.nhs.estate.register.Refusal;

/// The kinds of file that can be imported, and how to tell them apart.
public enum FileKind {
  /// etr: NHS trusts, from the Organisation Data Service.
  ODS_TRUSTS("NHS trusts from ODS (etr.csv: 27 columns, no header)"),
  /// epraccur: GP practices and other prescribing cost centres, from the Organisation Data Service.
  ODS_PRACTICES("GP practices from ODS (epraccur.csv: 27 columns, no header)"),
  /// Any list of websites or domains, by ODS code or not.
  WEBSITES(
      "a list of websites (CSV with a header row: ods_code, and one of website, host, domain)");

  /// How much of a file is looked at to tell its kind.
  public static final int HEAD = 4_096;

  private static final Map<String, String> SIGNATURES =
      Map.of(
          "89504e47", "a picture (PNG)",
          "ffd8ff", "a picture (JPEG)",
          "47494638", "a picture (GIF)",
          "504b0304",
              "a ZIP archive or an Excel workbook: unpack it, or save the sheet as “CSV UTF-8”",
          "d0cf11e0", "an old Excel workbook: save the sheet as “CSV UTF-8”",
          "1f8b", "compressed (gzip): unpack it",
          "25504446", "a PDF",
          "fffe", "text in UTF-16: save it as “CSV UTF-8”",
          "feff", "text in UTF-16: save it as “CSV UTF-8”");

  private final String title;

  FileKind(String title) {
    this.title = title;
  }

  /// What people call such a file, and its form.
  public String title() {
    return title;
  }

  /// Tells a file's kind from its first bytes, and goes back to its start.
  ///
  /// @param in a stream that can be marked, at the start of the file
  /// @throws Refusal if it is of no kind that can be imported; it says what was seen instead
  public static FileKind recognise(InputStream in) throws IOException {
    if (!in.markSupported()) {
      throw new IllegalArgumentException("The stream must support mark and reset");
    }
    in.mark(HEAD);
    byte[] head = in.readNBytes(HEAD);
    in.reset();
    refuseOtherFormats(head);
    String text = new String(head, StandardCharsets.UTF_8);
    return recogniseText(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  private static void refuseOtherFormats(byte[] head) {
    if (head.length == 0) {
      throw new Refusal("file", "The file is empty.");
    }
    String start = HexFormat.of().formatHex(Arrays.copyOf(head, Math.min(head.length, 8)));
    for (var signature : SIGNATURES.entrySet()) {
      if (start.startsWith(signature.getKey())) {
        throw isNot(signature.getValue());
      }
    }
    for (byte b : head) {
      if (b == 0) {
        throw isNot("no text: it holds NUL bytes");
      }
    }
  }

  private static FileKind recogniseText(String text) {
    String start = text.stripLeading();
    if (start.isEmpty()) {
      throw isNot("blank at its start");
    }
    if (start.startsWith("<")) {
      throw isNot("a web page or XML, perhaps a sign-in page that was saved in its place");
    }
    if (start.startsWith("{") || start.startsWith("[")) {
      throw isNot("JSON");
    }
    return recogniseColumns(firstRow(text));
  }

  private static List<String> firstRow(String text) {
    try {
      return CsvRows.records(new StringReader(text)).next().getFields();
    } catch (CsvParseException _) {
      throw isNot("no CSV: its first row has a quotation mark in the wrong place or never ends");
    }
  }

  private static FileKind recogniseColumns(List<String> row) {
    if (WebsiteFile.isHeader(row)) {
      return WEBSITES;
    }
    if (row.size() == OdsFile.COLUMNS) {
      return OdsFile.kind(row);
    }
    String only = row.size() == 1 ? row.getFirst() : "";
    if (only.indexOf(';') >= 0 || only.indexOf('\t') >= 0) {
      throw isNot("no CSV with commas: its columns are divided by semicolons or tabs");
    }
    if (WebsiteFile.looksLikeData(row)) {
      throw isNot("a list without a header: its first row must name the columns");
    }
    throw isNot(
        "one of %d columns, the first of them %s"
            .formatted(row.size(), Refusal.quote(row.getFirst())));
  }

  /// A refusal that says what was seen, and what can be imported.
  static Refusal isNot(String seen) {
    var kinds = Arrays.stream(values()).map(FileKind::title).toList();
    return new Refusal(
        "file", "The file is %s. Give %s.".formatted(seen, String.join("; or ", kinds)));
  }
}
