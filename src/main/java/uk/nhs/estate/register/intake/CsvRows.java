package uk.nhs.estate.register.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.InputStream;
import java.io.Reader;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import uk.nhs.estate.register.Refusal;

/// Reads CSV (RFC 4180) one record at a time, in memory that does not grow with the file.
final class CsvRows implements Iterator<CsvRecord> {

  private static final int MOST_IN_A_VALUE = 8_192;
  private static final int MOST_IN_A_ROW = 32_768;
  private static final int MOST_COLUMNS = 100;

  private final Utf8Text text;
  private final Iterator<CsvRecord> records;
  private long line;

  CsvRows(InputStream in, long maxBytes) {
    text = new Utf8Text(in, maxBytes);
    records = records(text);
  }

  static Iterator<CsvRecord> records(Reader text) {
    var handler =
        CsvRecordHandler.of(
            limits ->
                limits
                    .maxFields(MOST_COLUMNS)
                    .maxFieldSize(MOST_IN_A_VALUE)
                    .maxRecordSize(MOST_IN_A_ROW));
    return CsvReader.builder()
        .allowExtraFields(true)
        .allowMissingFields(true)
        .maxBufferSize(2 * MOST_IN_A_ROW)
        .build(handler, text)
        .iterator();
  }

  @Override
  public boolean hasNext() {
    return reading(records::hasNext);
  }

  @Override
  public CsvRecord next() {
    var record = reading(records::next);
    line = record.getStartingLineNumber();
    return record;
  }

  /// The rows that the rest of the records become, one at a time.
  ///
  /// @param columns how many columns each must have
  <T> Stream<Row<T>> rows(int columns, Function<CsvRecord, Row.Entry<T>> read) {
    var records = Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED);
    return StreamSupport.stream(records, false).map(record -> row(record, columns, read));
  }

  private <T> Row<T> row(CsvRecord record, int columns, Function<CsvRecord, Row.Entry<T>> read) {
    try {
      checkForm(record, columns);
      return read.apply(record);
    } catch (RowRefusal refusal) {
      return Row.Refused.of(record.getStartingLineNumber(), refusal);
    }
  }

  private void checkForm(CsvRecord record, int columns) {
    List<String> values = record.getFields();
    if (values.size() != columns) {
      refuseIfCutOff(values.size() < columns);
      throw new RowRefusal(
          Reason.COLUMN_COUNT,
          "row",
          String.join(",", values),
          "The row has %d columns where %d belong.".formatted(values.size(), columns));
    }
  }

  private void refuseIfCutOff(boolean isShort) {
    if (isShort && !hasNext() && text.endsInsideALine()) {
      throw new Refusal(
          "file",
          "The file ends in the middle of line %d: it was cut off. Get it again.".formatted(line));
    }
  }

  private <T> T reading(Supplier<T> read) {
    try {
      return read.get();
    } catch (CsvParseException e) {
      if (e.getCause() instanceof Refusal refusal) {
        throw refusal;
      }
      throw new Refusal(
          "file",
          "The %s is no CSV: a quotation mark stands in the wrong place, a value is longer than %,d characters, or there are more than %d columns."
              .formatted(
                  line == 0 ? "first row" : "row after line " + line,
                  MOST_IN_A_VALUE,
                  MOST_COLUMNS));
    }
  }
}
