package uk.nhs.estate.register.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.register.Refusal;

class FileKindTest {

  private static final String COMMAS = ",".repeat(15);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ods_code,website\n",
        "name,domain\r\n",
        "Host\n",
        "\uFEFFODS code,Web address\n",
        "ods_code,name_2019,ccg_2019,postcode,website_2019,host\n",
        "\"host\",\"wildcard\",\"nation\",\"registrable\"",
      })
  void knowsAListOfWebsitesByItsHeader(String text) throws IOException {
    assertThat(recognise(text)).isEqualTo(FileKind.WEBSITES);
  }

  @Test
  void tellsTrustsFromPracticesByWhatTheirFirstRowHolds() throws IOException {
    assertThat(recognise(ods("ZTA", "A PRETEND NHS TRUST", ""))).isEqualTo(FileKind.ODS_TRUSTS);
    assertThat(recognise(ods("Z81001", "A SURGERY", "4"))).isEqualTo(FileKind.ODS_PRACTICES);
    assertThat(recognise(ods("Z81001", "A SURGERY", "RO76"))).isEqualTo(FileKind.ODS_PRACTICES);
    assertThat(recognise("\uFEFF" + ods("Z81001", "A TRUST SURGERY", "4")))
        .isEqualTo(FileKind.ODS_PRACTICES);
    assertThatThrownBy(() -> recognise(ods("ZZZ", "A PHARMACY", "")))
        .hasMessageContaining("neither of trusts nor of practices");
  }

  @ParameterizedTest
  @CsvSource({
    "89504e470d0a1a0a, a picture (PNG)",
    "ffd8ffe0, a picture (JPEG)",
    "504b030414, Excel workbook",
    "d0cf11e0a1b11ae1, Excel workbook",
    "1f8b08, compressed",
    "255044462d, a PDF",
    "fffe6f00, UTF-16",
    "feff006f, UTF-16",
    "6f0064007300, NUL bytes",
    "'', The file is empty",
    "0a0d0a20, blank at its start",
  })
  void saysWhatAFileIsThatIsNoText(String hex, String words) {
    assertThatThrownBy(
            () -> FileKind.recognise(new ByteArrayInputStream(HexFormat.of().parseHex(hex))))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.field()).isEqualTo("file"))
        .hasMessageContaining(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<!DOCTYPE html><html>| a web page",
        "\uFEFF<?xml version=\"1.0\"?>| a web page or XML",
        "{\"Organisations\":[]}| JSON",
        "[{\"a\":1}]| JSON",
        "ods_code;website| semicolons or tabs",
        "ods_code\twebsite| semicolons or tabs",
        "ZTA,www.trust.nhs.uk| a list without a header",
        "www.trust.nhs.uk| a list without a header",
        "ods_code,postcode| one of 2 columns, the first of them “ods_code”",
        "hello| one of 1 columns",
      })
  void saysWhatATextIsThatCannotBeImportedAndWhatCan(String text, String words) {
    assertThatThrownBy(() -> recognise(text))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(words)
        .hasMessageContaining("etr.csv")
        .hasMessageContaining("epraccur.csv")
        .hasMessageContaining("ods_code");
  }

  @Test
  void refusesAHeaderWhereNoneBelongs() {
    assertThatThrownBy(() -> recognise("Organisation Code,Name" + COMMAS + ",".repeat(10) + "\n"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("a header row, which ODS files do not have");
  }

  @Test
  void refusesAFirstRowThatNeverEnds() {
    assertThatThrownBy(() -> recognise("\"a\"b,c\n")).hasMessageContaining("no CSV");
  }

  @Test
  @SuppressWarnings("InputStreamSlowMultibyteRead")
  void goesBackToTheStartAndReadsNoMoreThanItNeeds() throws IOException {
    var in =
        new InputStream() {
          int given;

          @Override
          public int read() {
            given++;
            return given == 5 ? '\n' : "host".charAt(given % 4);
          }
        };
    var marked = new BufferedInputStream(in, FileKind.HEAD);
    assertThatThrownBy(() -> FileKind.recognise(marked)).isInstanceOf(Refusal.class);
    assertThat(in.given).isEqualTo(FileKind.HEAD);
    assertThat(marked.read()).isEqualTo('o');
  }

  private static FileKind recognise(String text) throws IOException {
    return FileKind.recognise(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String ods(String code, String name, String setting) {
    return "\"%s\",%s%s20050401%s%s,\n".formatted(code, name, ",".repeat(9), COMMAS, setting);
  }
}
