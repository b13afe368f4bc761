package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoaRecordTest {

  @Property
  void readsBackWhatWasWritten(
      @ForAll @AlphaChars @StringLength(min = 1, max = 20) String primary,
      @ForAll @AlphaChars @StringLength(min = 1, max = 20) String mailbox,
      @ForAll @IntRange int serial,
      @ForAll @IntRange int timer) {
    var expected = new SoaRecord(primary, mailbox, serial, timer, 1, 2, 4294967295L);
    assertThat(
            SoaRecord.parse(
                "%s %s\t%d  %d 1 2 4294967295".formatted(primary, mailbox, serial, timer)))
        .contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a. b. 1 2 3 4",
        "a. b. 1 2 3 4 5 6",
        "a. b. 1 2 3 4 -5",
        "a. b. 1 2 3 4 x",
        "a. b. 1 2 3 4 12345678901",
        " a. b. 1 2 3 4 5"
      })
  void isOnlyWhatHasTwoNamesAndFiveNumbers(String rdata) {
    assertThat(SoaRecord.parse(rdata)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "dns.trust.nhs.uk., trust.nhs.uk",
    "dns.trust.nhs.uk, trust.nhs.uk",
    "dns\\.team.trust.nhs.uk., trust.nhs.uk",
    "dns\\\\.trust.nhs.uk., trust.nhs.uk",
    "dns., ''",
    "dns\\.team., ''",
    "dns\\, ''",
    "., ''"
  })
  void findsTheMailDomainOfTheMailbox(String mailbox, String domain) {
    var soa = SoaRecord.parse("a. " + mailbox + " 1 2 3 4 5").orElseThrow();
    assertThat(soa.mailDomain()).isEqualTo(domain);
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    var text = new String(bytes, ISO_8859_1);
    SoaRecord.parse(text).ifPresent(soa -> assertThat(text).contains(soa.mailDomain()));
    SoaRecord.parse("a. " + text + " 1 2 3 4 5")
        .ifPresent(soa -> assertThat(soa.mailbox()).contains(soa.mailDomain()));
  }
}
