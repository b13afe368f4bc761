package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.observation.text.DmarcRecord.Policy;

class DmarcRecordTest {

  @Test
  void readsTags() {
    assertThat(
            DmarcRecord.parse("v=DMARC1; p = reject ;RUA=mailto:a@b.test,mailto:c@d.test;")
                .orElseThrow()
                .tags())
        .isEqualTo(Map.of("v", "DMARC1", "p", "reject", "rua", "mailto:a@b.test,mailto:c@d.test"));
  }

  @Test
  void passesOverWhatIsNoTag() {
    assertThat(
            DmarcRecord.parse("v=DMARC1;;p;=x; p1=y; sp=none; p=reject; p=none")
                .orElseThrow()
                .tags())
        .isEqualTo(Map.of("v", "DMARC1", "sp", "none", "p", "reject"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v=DMARC1", "v=DMARC1;", "V = DMARC1 ; p=none", "v\t=\tDMARC1\t;"})
  void beginsWithTheVersion(String txt) {
    assertThat(DmarcRecord.parse(txt)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "v=dmarc1; p=none",
        "v=DMARC2; p=none",
        "v=DMARC1 p=none",
        "v=DMARC1, p=none",
        " v=DMARC1; p=none",
        ";v=DMARC1; p=none",
        "p=none; v=DMARC1",
        "\"v=DMARC1; p=none\""
      })
  void isNoRecordWithoutTheVersionFirst(String txt) {
    assertThat(DmarcRecord.parse(txt)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          v=DMARC1; p=none                                   | NONE
          v=DMARC1; p=Quarantine                             | QUARANTINE
          v=DMARC1; rua=mailto:a@b.test; p=reject            | REJECT
          v=DMARC1; p=reject; sp=none; np=quarantine         | REJECT
          v=DMARC1; p=reject; pct=0                          | REJECT
          v=DMARC1                                           | NONE
          v=DMARC1; sp=reject                                | NONE
          v=DMARC1; p=reject; t=y                            | QUARANTINE
          v=DMARC1; p=quarantine; t=Y                        | NONE
          v=DMARC1; p=none; t=y                              | NONE
          v=DMARC1; p=reject; t=n                            | REJECT
          v=DMARC1; p=reject; t=yes                          | REJECT
          v=DMARC1; p=block; rua=mailto:a@b.test             | NONE
          v=DMARC1; p=reject; sp=block; rua= x , mailto:a@b.test | NONE
          v=DMARC1; p=reject; np=; rua=https://b.test/dmarc  | NONE
          """)
  void saysWhatReceiversGoBy(String txt, Policy policy) {
    assertThat(DmarcRecord.parse(txt).orElseThrow().policy()).contains(policy);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v=DMARC1; p=",
        "v=DMARC1; p=block",
        "v=DMARC1; p=reject,",
        "v=DMARC1; p=block; rua=",
        "v=DMARC1; p=block; rua=a@b.test",
        "v=DMARC1; p=block; rua=mailto:",
        "v=DMARC1; p=block; rua=mail to:a@b.test",
        "v=DMARC1; p=reject; sp=block"
      })
  void saysNothingThatReceiversGoBy(String txt) {
    assertThat(DmarcRecord.parse(txt).orElseThrow().policy()).isEmpty();
  }

  @Property
  void findsThePolicyAmongAnyTags(
      @ForAll Policy policy, @ForAll @StringLength(max = 50) String before) {
    var record = DmarcRecord.parse("v=DMARC1; x=" + before.replace(';', '.') + ";p=" + policy);
    assertThat(record.orElseThrow().policy()).contains(policy);
    assertThat(record.orElseThrow().tags().keySet())
        .allMatch(name -> name.equals(name.toLowerCase(Locale.ROOT)));
  }

  @ParameterizedTest
  @CsvSource({
    "rua=mailto:a@b.test, b.test",
    "rua=mailto:a@b.test!10m , b.test",
    "rua= MAILTO:a@B.test , B.test",
    "'rua=mailto:a@b.test,mailto:c@d.test; ruf=mailto:e@f.test', b.test d.test f.test",
    "rua=mailto:a@b.test; ruf=mailto:c@b.test, b.test",
    "rua=mailto:a@b.test?subject=x@y.test, b.test",
    "rua=https://b.test/, ''",
    "rua=a@b.test, ''",
    "rua=mailto:b.test, ''",
    "p=none, ''"
  })
  void saysWhereReportsGo(String tags, String domains) {
    assertThat(DmarcRecord.parse("v=DMARC1; p=none; " + tags).orElseThrow().reportDomains())
        .containsExactly(domains.isEmpty() ? new String[0] : domains.split(" "));
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    var record = DmarcRecord.parse("v=DMARC1;" + new String(bytes, ISO_8859_1)).orElseThrow();
    assertThat(record.tags()).containsEntry("v", "DMARC1");
    assertThat(record.policy()).isNotNull();
  }
}
