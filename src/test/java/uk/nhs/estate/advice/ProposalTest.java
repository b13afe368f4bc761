package uk.nhs.estate.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.DMARC;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.register.Refusal;

class ProposalTest {

  @Test
  void takesThePlaceOfRecordsOfItsKindAlone() {
    var today =
        mail(
            found(NAME, "TXT", "\"v=spf1 +all\"", "\"site=1\"", "\"v=spf1 -all\"", "\"v=sfp1 a\""),
            found(DMARC, "TXT", "\"v=dmarc1; p=none\"", "\"site=2\""));
    var proposed = new Proposal("v=spf1 mx -all", "v=DMARC1; p=reject").in(today);
    assertThat(proposed.txt().data())
        .containsExactly("\"v=spf1 mx -all\"", "\"site=1\"", "\"v=sfp1 a\"");
    assertThat(proposed.dmarc().data()).containsExactly("\"v=DMARC1; p=reject\"", "\"site=2\"");
  }

  @Test
  void leavesWhatItDoesNotName() {
    assertThat(new Proposal("v=spf1 -all", null).in(mail()).dmarc()).isEqualTo(mail().dmarc());
    assertThat(new Proposal(null, "v=DMARC1; p=none").in(mail()).txt()).isEqualTo(mail().txt());
  }

  @Test
  void isThereWhateverWasThereBefore() {
    for (var before : List.of(nxdomain(DMARC, "TXT"), unasked(DMARC, "TXT"))) {
      assertThat(new Proposal(null, "v=DMARC1; p=none").in(mail(before)).dmarcRecords()).hasSize(1);
    }
  }

  @Test
  void canBeLongerThanOneStringHolds() {
    var text = "v=spf1 " + "a ".repeat(200) + "-all";
    assertThat(new Proposal(text, null).in(mail()).spf().getFirst().text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "v=spf1\n-all", "v=spf1 \u00E4 -all", "v=spf1 \0"})
  void isRefusedWhenItCannotBeARecord(String text) {
    assertRefused("spf", text, null);
    assertRefused("dmarc", null, text);
  }

  @Test
  void isRefusedWhenItIsNothingOrTooMuch() {
    assertRefused("spf", null, null);
    assertRefused("spf", "v=spf1 " + "a".repeat(Proposal.LONGEST - 6), null);
    assertThat(new Proposal("v=spf1 " + "a".repeat(Proposal.LONGEST - 7), null).spf())
        .hasSize(Proposal.LONGEST);
  }

  private static void assertRefused(String field, @Nullable String spf, @Nullable String dmarc) {
    assertThatThrownBy(() -> new Proposal(spf, dmarc))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo(field));
  }
}
