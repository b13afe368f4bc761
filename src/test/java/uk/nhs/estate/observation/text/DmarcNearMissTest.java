package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DmarcNearMissTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          v=dmarc1; p=none            | not in capitals
          V = Dmarc1; p=none          | not in capitals
          v=DMARC1 p=none             | no semicolon follows
          v=DMARC1p=none              | no semicolon follows
          v=DMARC1.; p=none           | no semicolon follows
          v=DMARC1, p=none            | not a semicolon
          v=DMARC1: p=none            | not a semicolon
          '  v=DMARC1; p=none'        | a space before
          "v=DMARC1; p=none"          | quotation marks
          p=none; v=DMARC1            | does not come first
          ;v=DMARC1; p=none           | does not come first
          DMARC1; p=none              | something close
          v=DMARC; p=none             | something close
          v=DMRC1; p=none             | something close
          v=DMRAC1; p=none            | something close
          v=DMARC2; p=none            | something close
          v=DMARC1.0; p=none          | semicolon
          v=DMARC                     | something close
          sp=none; p = Reject         | it has a policy
          p=quarantine                | it has a policy
          """)
  void seesWhatWasMeant(String txt, String why) {
    assertThat(DmarcNearMiss.of(txt))
        .hasValueSatisfying(miss -> assertThat(miss.why()).contains(why));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "v=DMARC1",
        "v= DMARC1; p=none",
        "v=spf1 -all",
        "v=DKIM1; p=MIGfMA0",
        "v=STSv1; id=1",
        "v=TLSRPTv1; rua=mailto:a@b.test",
        "v=BIMI1; l=; a=",
        "site-verification=123",
        "verification of dmarc reports by a supplier",
        "map=none"
      })
  void leavesAloneWhatIsOneOrSomethingElse(String txt) {
    assertThat(DmarcNearMiss.of(txt)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v=dmarc1; p=none; rua=mailto:a@b.test",
        "v=DMARC1 p=none; rua=mailto:a@b.test",
        "v=DMARC1, p=none; rua=mailto:a@b.test",
        "\"v=DMARC1; p=none; rua=mailto:a@b.test",
        "DMARC; p=none; rua=mailto:a@b.test",
        "p=none; rua=mailto:a@b.test"
      })
  void readsTheRecordThatWasMeant(String txt) {
    assertThat(DmarcNearMiss.of(txt).flatMap(DmarcNearMiss::meant))
        .hasValueSatisfying(
            record ->
                assertThat(record.tags())
                    .containsEntry("p", "none")
                    .containsEntry("rua", "mailto:a@b.test"));
  }

  @Property
  void seesAnyOneLetterThatIsMissing(@ForAll @IntRange(max = 5) int at) {
    var misspelt = new StringBuilder("DMARC1").deleteCharAt(at);
    assertThat(DmarcNearMiss.of("v=" + misspelt + "; p=none")).isPresent();
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    var text = new String(bytes, ISO_8859_1);
    assertThat(DmarcNearMiss.of(text).stream())
        .allSatisfy(miss -> assertThat(DmarcRecord.parse(miss.text())).isEmpty());
  }
}
