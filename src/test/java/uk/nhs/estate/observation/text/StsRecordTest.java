package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StsRecordTest {

  /// The first is the example of RFC 8461 §3.1.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          v=STSv1; id=20160831085700Z;           | 20160831085700Z
          v=STSv1;id=a                           | a
          v=STSv1 ; id=a ;                       | a
          'v=STSv1; id=a;  '                     | a
          v=STSv1; x.y-z_1=(ok)!; id=a           | a
          v=STSv1; id=first; id=second           | first
          v=STSv1; id=first; id=not-an-id        | first
          v=STSv1; id=12345678901234567890123456789012 | 12345678901234567890123456789012
          """)
  void readsTheId(String txt, String id) {
    assertThat(StsRecord.parse(txt)).isEqualTo(new Reading.Valid<>(new StsRecord(id)));
  }

  @Test
  void partsFieldsByTabsAsWell() {
    assertThat(StsRecord.parse("v=STSv1\t;\tid=a\t;\t"))
        .isEqualTo(new Reading.Valid<>(new StsRecord("a")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                       | does not begin with v=STSv1;
          v=stsv1; id=a            | does not begin
          V=STSv1; id=a            | does not begin
          ' v=STSv1; id=a'         | does not begin
          v = STSv1; id=a          | does not begin
          v=STSv1 id=a             | does not begin
          v=STSv2; id=a            | does not begin
          id=a; v=STSv1            | does not begin
          v=STSv1                  | nothing but its version
          v=STSv1;                 | nothing but its version
          v=STSv1; ;               | nothing between two semicolons
          v=STSv1; id=a;;          | nothing between two semicolons
          v=STSv1;; id=a           | nothing between two semicolons
          'v=STSv1; id=a '         | ends with a space
          v=STSv1; ID=a            | has no id
          v=STSv1; x=y             | has no id
          v=STSv1; id              | "id" is no name with a value
          v=STSv1; id=a, x=y       | not allowed
          v=STSv1; id=             | not allowed
          v=STSv1; id=a b          | not allowed
          v=STSv1; id=2024-01-01   | letters and digits: "2024-01-01"
          v=STSv1; id=123456789012345678901234567890123 | 1 to 32
          v=STSv1; id = a          | "id " is no name
          v=STSv1; id=a; y=a=b     | not allowed
          v=STSv1; id=a; y=        | not allowed
          v=STSv1; id=a; -y=b      | "-y" is no name
          v=STSv1; id=a; y=caf\u00e9 | not allowed
          v=STSv1; id=a; n23456789012345678901234567890123=b | is no name
          """)
  void saysWhatBreaksTheGrammar(String txt, String problem) {
    assertThat(StsRecord.parse(txt))
        .isInstanceOfSatisfying(
            Reading.Invalid.class, invalid -> assertThat(invalid.problem()).contains(problem));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.y", "0", "n2345678901234567890123456789012"})
  void passesOverFieldsOfLaterVersions(String name) {
    assertThat(StsRecord.parse("v=STSv1; " + name + "=:<>~; id=a"))
        .isEqualTo(new Reading.Valid<>(new StsRecord("a")));
  }

  @Property
  void readsAnyIdOfLettersAndDigits(
      @ForAll @AlphaChars @NumericChars @StringLength(min = 1, max = 32) String id) {
    assertThat(StsRecord.parse("v=STSv1; id=" + id + ";"))
        .isEqualTo(new Reading.Valid<>(new StsRecord(id)));
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    var text = new String(bytes, ISO_8859_1);
    if (StsRecord.parse(text) instanceof Reading.Valid<StsRecord>(var record)) {
      assertThat(record.id()).matches("[A-Za-z0-9]{1,32}");
      assertThat(text).startsWith("v=STSv1");
    }
  }
}
