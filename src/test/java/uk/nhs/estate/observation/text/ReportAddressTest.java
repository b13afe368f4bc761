package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mailto:security@trust.nhs.uk",
        "MAILTO:security%2Buri@trust.nhs.uk?subject=hole",
        "tel:+44-20-7946-0000",
        "https://trust.nhs.uk/report",
        "HTTPS://trust.nhs.uk",
        "dns:5d2d37ab76d47d36._openpgpkey.trust.nhs.uk?type=OPENPGPKEY",
        "openpgp4fpr:5f2de5521c63a801ab59ccb603d49de44b29100f"
      })
  void isRight(String value) {
    assertThat(ReportAddress.whatIsWrong(value)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "security@trust.nhs.uk, mailto: is missing",
    "+44-20-7946-0000, tel: is missing",
    "trust.nhs.uk/report, it has no scheme",
    "//trust.nhs.uk/report, it has no scheme",
    "http://trust.nhs.uk/report, it begins with http",
    "https:trust.nhs.uk, it names no host",
    "https://, it names no host",
    "mailto:security, it names no mailbox",
    "mailto:@trust.nhs.uk, it names no mailbox",
    "tel:ask, it has no number",
    "openpgp4fpr:, nothing follows",
    "+44 20 7946 0000, it is no URI",
    "<security@trust.nhs.uk>, it is no URI",
    "1a:b, it has no scheme"
  })
  void isWrong(String value, String why) {
    assertThat(ReportAddress.whatIsWrong(value)).get().asString().startsWith(why);
  }

  @Property
  void anyPageIsRight(@ForAll @AlphaChars @StringLength(min = 1, max = 40) String word) {
    assertThat(ReportAddress.whatIsWrong("https://" + word + ".test/" + word)).isEmpty();
    assertThat(ReportAddress.whatIsWrong("https://" + word + ".test/ " + word)).isPresent();
  }

  @FuzzTest
  void survivesAnyOctets(byte[] octets) {
    var value = new String(octets, ISO_8859_1);
    assertThat(ReportAddress.whatIsWrong(value + "@")).isNotNull();
    assertThat(ReportAddress.whatIsWrong("http:" + value)).isPresent();
  }
}
