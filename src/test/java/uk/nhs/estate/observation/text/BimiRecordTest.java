package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BimiRecordTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          v=BIMI1; l=https://b.test/logo.svg; a=https://b.test/a.pem  | https://b.test/logo.svg | https://b.test/a.pem
          v=BIMI1;l=https://b.test/logo.svg;a=;                       | https://b.test/logo.svg | ''
          v=BIMI1; l=https://b.test/logo.svg                          | https://b.test/logo.svg | ''
          'v = BIMI1 ; a = https://b.test/a ; l = HTTPS://b.test:8443/x?y=z ; ' | HTTPS://b.test:8443/x?y=z | https://b.test/a
          v=BIMI1; l=https://image.b.test/bimi/logo/                  | https://image.b.test/bimi/logo/ | ''
          v=BIMI1; l=https://b.test/logo.svgz; avp=personal; lps=a-b  | https://b.test/logo.svgz | ''
          v=BIMI1; l=; a=https://b.test/a.pem                         | '' | https://b.test/a.pem
          v=BIMI1; L=x; l=; a=;                                       | '' | ''
          """)
  void readsAddresses(String txt, String location, String evidence) {
    assertThat(BimiRecord.parse(txt))
        .isEqualTo(new Reading.Valid<>(new BimiRecord(location, evidence)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                     | does not begin with v=BIMI1;
          v=bimi1; l=                            | does not begin
          V=BIMI1; l=                            | does not begin
          v=BIMI2; l=                            | does not begin
          v=BIMI12; l=                           | does not begin
          v=BIMI1 l=                             | does not begin
          l=; v=BIMI1                            | does not begin
          v=BIMI1                                | has no l
          v=BIMI1; a=https://b.test/a.pem        | has no l
          v=BIMI1; l=; l=                        | l is given twice
          v=BIMI1; l=; x                         | "x" is no tag
          v=BIMI1; l=; ; a=                      | "" is no tag
          v=BIMI1; l=; 1x=y                      | "1x=y" is no tag
          v=BIMI1; l=http://b.test/logo.svg      | "http://b.test/logo.svg" is no address
          v=BIMI1; l=b.test/logo.svg             | is no address
          v=BIMI1; l=https://localhost/logo.svg  | is no address
          v=BIMI1; l=https://b.test/a b.svg      | is no address
          v=BIMI1; l=https://b.test/a,https://b.test/b | is no address
          v=BIMI1; l=; a=self                    | "self" is no address
          v=BIMI1; l=https://b.test/logo.png     | the logo is no SVG
          v=BIMI1; l=https://b.test/logo.JPEG?x  | the logo is no SVG
          """)
  void saysWhatBreaksTheGrammar(String txt, String problem) {
    assertThat(BimiRecord.parse(txt))
        .isInstanceOfSatisfying(
            Reading.Invalid.class, invalid -> assertThat(invalid.problem()).contains(problem));
  }

  @Test
  void saysThatThereIsToBeNoLogo() {
    assertThat(new BimiRecord("", "").declines()).isTrue();
    assertThat(new BimiRecord("https://b.test/logo.svg", "").declines()).isFalse();
    assertThat(new BimiRecord("", "https://b.test/a.pem").declines()).isFalse();
  }

  @Property
  void findsTheLogoWhateverStandsBeside(
      @ForAll @AlphaChars @StringLength(min = 2, max = 10) String tag,
      @ForAll @StringLength(max = 30) String value) {
    var text = "v=BIMI1; " + tag + "=" + value.replace(';', ',') + "; l=https://b.test/logo.svg;";
    assertThat(BimiRecord.parse(text))
        .isEqualTo(new Reading.Valid<>(new BimiRecord("https://b.test/logo.svg", "")));
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    if (BimiRecord.parse("v=BIMI1;" + new String(bytes, ISO_8859_1))
        instanceof Reading.Valid<BimiRecord>(var record)) {
      assertThat(record.location()).matches("(?i)|https://[!-~]+");
      assertThat(record.evidence()).matches("(?i)|https://[!-~]+");
    }
  }
}
