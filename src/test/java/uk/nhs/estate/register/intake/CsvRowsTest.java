package uk.nhs.estate.register.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.register.PublicSuffixes;
import uk.nhs.estate.register.Refusal;

class CsvRowsTest {

  private static final PublicSuffixes SUFFIXES = PublicSuffixes.bundled();
  private static final long MOST = 100_000;

  @Test
  void toleratesAByteOrderMarkAndReadsCharactersThatFallAcrossItsBuffer() {
    String text = "\uFEFFé,😀\n" + "é😀,b\n".repeat(20_000);
    var rows = new CsvRows(stream(text), 1_000_000);
    assertThat(rows.next().getFields()).containsExactly("é", "😀");
    int count = 0;
    while (rows.hasNext()) {
      assertThat(rows.next().getFields()).containsExactly("é😀", "b");
      count++;
    }
    assertThat(count).isEqualTo(20_000);
  }

  @Test
  void namesTheLineThatIsNotUtf8AndSaysWhatItMayBe() {
    byte[] bytes = "a,b\r\nc,d\r\ncafé,e\r\n".getBytes(Charset.forName("windows-1252"));
    assertThatThrownBy(() -> all(new ByteArrayInputStream(bytes)))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.field()).isEqualTo("file"))
        .hasMessageContaining("Line 3 is not in UTF-8 (byte 0xE9)")
        .hasMessageContaining("Windows-1252");
  }

  @Test
  void refusesACharacterThatTheEndOfTheFileCuts() {
    byte[] bytes = {'a', ',', (byte) 0xE2, (byte) 0x82};
    assertThatThrownBy(() -> all(new ByteArrayInputStream(bytes)))
        .hasMessageContaining("Line 1 is not in UTF-8");
  }

  @Test
  void refusesAQuotationMarkThatIsNeverClosed() {
    assertThatThrownBy(() -> all(stream("a,b\n\"c,d\ne,f\n")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("The quotation mark on line 2 is never closed");
    assertThat(all(stream("a,b\n\"c \"\"d\"\"\",5\" pipe\n"))).hasSize(2);
  }

  @Test
  void refusesAQuotationMarkInTheWrongPlace() {
    assertThatThrownBy(() -> all(stream("a,b\nc,d\n\"e\"f,g\n")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("The row after line 2 is no CSV");
  }

  @Test
  void takesAValueOf8192CharactersAndNoMore() {
    assertThat(all(stream("a,b\n" + "c".repeat(8192) + ",d\n"))).hasSize(2);
    assertThatThrownBy(() -> all(stream("a,b\n" + "c".repeat(8193) + ",d\n")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("The row after line 1");
  }

  @Test
  void refusesARowOfMoreColumnsThanAnyFileHas() {
    assertThat(all(stream(",".repeat(99))).getFirst()).hasSize(100);
    assertThatThrownBy(() -> all(stream(",".repeat(100))))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("The first row is no CSV");
  }

  @Test
  void readsToTheLastByteThatIsAllowedAndNotOneFurther() {
    assertThat(all(new CsvRows(stream("a,b\n"), 4))).hasSize(1);
    assertThatThrownBy(() -> all(new CsvRows(stream("a,bc\n"), 4)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("larger than the 4 bytes");
  }

  @Test
  void stopsInAnEndlessFileOfGoodRowsAndInAnEndlessLine() {
    assertThatThrownBy(
            () -> WebsiteFile.read(endless("host\n", "a.nhs.uk\n"), 300_000, SUFFIXES).count())
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("larger than the 300,000 bytes");
    assertThatThrownBy(() -> all(new CsvRows(endless("", "a"), Long.MAX_VALUE)))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> all(new CsvRows(endless("\"", "a\n"), Long.MAX_VALUE)))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> all(new CsvRows(endless("", "\n"), 300_000)))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void readsNoFurtherThanItIsAsked() {
    var in = endless("host\n", "a.nhs.uk\n");
    assertThat(WebsiteFile.read(in, Long.MAX_VALUE, SUFFIXES).limit(3)).hasSize(3);
  }

  @FuzzTest(maxDuration = "20s")
  void anyBytesBecomeRowsOrARefusal(FuzzedDataProvider bytes) {
    byte[] header =
        bytes.consumeBoolean()
            ? "ods_code,host,website,domain\n".getBytes(StandardCharsets.UTF_8)
            : new byte[0];
    holdsForAnyBytes(header, bytes.consumeRemainingAsBytes());
  }

  @Property(tries = 500)
  void anyTextBecomesRowsOrARefusal(@ForAll("nearCsv") String text) {
    holdsForAnyBytes(new byte[0], text.getBytes(StandardCharsets.UTF_8));
    holdsForAnyBytes(
        "ods_code,host,website,domain\n".getBytes(StandardCharsets.UTF_8),
        text.getBytes(StandardCharsets.UTF_8));
  }

  @Provide
  Arbitrary<String> nearCsv() {
    var cell =
        Arbitraries.oneOf(
            Arbitraries.of(
                "",
                "Z81001",
                "20050401",
                "A",
                "4",
                "www.a.nhs.uk",
                "a@b.uk",
                "\"x\"",
                "\"",
                "host",
                "http://a.uk/b c.uk"),
            Arbitraries.strings().ofMaxLength(5));
    var row = cell.list().ofMaxSize(28).map(cells -> String.join(",", cells));
    return row.list().ofMaxSize(5).map(rows -> String.join("\n", rows));
  }

  private static void holdsForAnyBytes(byte[] header, byte[] bytes) {
    var whole = new byte[header.length + bytes.length];
    System.arraycopy(header, 0, whole, 0, header.length);
    System.arraycopy(bytes, 0, whole, header.length, bytes.length);
    try {
      FileKind.recognise(new ByteArrayInputStream(whole));
    } catch (Refusal refusal) {
      assertThat(refusal.message()).isNotBlank();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    var day = LocalDate.of(2026, 11, 24);
    holds(() -> WebsiteFile.read(new ByteArrayInputStream(whole), MOST, SUFFIXES));
    holds(() -> OdsFile.read(new ByteArrayInputStream(whole), FileKind.ODS_PRACTICES, MOST, day));
  }

  private static <T> void holds(Supplier<Stream<Row<T>>> read) {
    long line = 0;
    try {
      for (var row : (Iterable<Row<T>>) read.get()::iterator) {
        assertThat(row.line()).isGreaterThan(line);
        line = row.line();
        assertThat(row.toString().codePoints().filter(Refusal::isInvisible)).isEmpty();
      }
    } catch (Refusal refusal) {
      assertThat(refusal.message()).isNotBlank();
    }
  }

  private static List<List<String>> all(InputStream in) {
    return all(new CsvRows(in, MOST));
  }

  private static List<List<String>> all(CsvRows rows) {
    var all = new ArrayList<List<String>>();
    rows.forEachRemaining(record -> all.add(record.getFields()));
    return all;
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @SuppressWarnings("InputStreamSlowMultibyteRead")
  private static InputStream endless(String first, String again) {
    return new InputStream() {
      private long given;

      @Override
      public int read() {
        long at = given++;
        return at < first.length()
            ? first.charAt((int) at)
            : again.charAt((int) ((at - first.length()) % again.length()));
      }
    };
  }
}
