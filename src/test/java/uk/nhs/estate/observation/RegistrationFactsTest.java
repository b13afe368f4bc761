package uk.nhs.estate.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.sample.RdapSample;

class RegistrationFactsTest {
  private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-11-24T09:00:00Z");

  @Test
  void anUnchangedRegistrationIsNoChange() {
    var monday = answered(MONDAY, RdapSample.SOUND.json(MONDAY));
    var tuesday = answered(TUESDAY, RdapSample.SOUND.json(TUESDAY));

    assertThat(tuesday.outcome()).isNotEqualTo(monday.outcome());
    assertThat(tuesday.steady()).isEqualTo(monday.steady());
    assertThat(tuesday.steady().seenAt()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void aRenewalIsAChange() {
    var before = answered(MONDAY, RdapSample.SOUND.json(MONDAY));
    var after = answered(MONDAY, RdapSample.SOUND.until(TUESDAY).json(MONDAY));

    assertThat(after.steady()).isNotEqualTo(before.steady());
  }

  @Test
  void whatCannotBeReadIsComparedAsItWasSent() {
    assertThat(answered(MONDAY, "x").steady()).isEqualTo(answered(TUESDAY, "x").steady());
    assertThat(answered(MONDAY, "x").steady()).isNotEqualTo(answered(MONDAY, "y").steady());
  }

  @Test
  void whatWasNotAnsweredIsComparedAsItIs() {
    var gone = RdapSample.SOUND.facts(new RegistrationFacts.NotFound("https://rdap.test/"));

    assertThat(gone.seenAt(MONDAY).steady()).isEqualTo(gone.seenAt(TUESDAY).steady());
    assertThat(gone.steady()).isNotEqualTo(RdapSample.SOUND.facts().steady());
  }

  @Test
  void anAnswerIsAboutItsNameOrDoesNotSay() {
    var answer = new RegistrationFacts.Answered("https://rdap.test/", part(RdapSample.SOUND));
    assertThat(answer.isAbout("trust.org")).isTrue();
    assertThat(answer.isAbout("other.org")).isFalse();

    var silent = new RegistrationFacts.Answered("u", part(RdapSample.SOUND.named("")));
    assertThat(silent.isAbout("trust.org")).isTrue();
  }

  @Test
  void tellsInOneLineWhatIsKnown() {
    assertThat(RdapSample.SOUND.facts().words()).startsWith("registrar ").contains(", expires 20");
    assertThat(answered(MONDAY, "x").words()).isEqualTo("an answer that cannot be read");
    assertThat(
            RdapSample.SOUND
                .facts(new RegistrationFacts.KeptApart("nhs.uk", "do not expire"))
                .words())
        .isEqualTo("not asked: names under nhs.uk do not expire");
  }

  private static RegistrationFacts answered(Instant when, String json) {
    return RdapSample.SOUND
        .facts(new RegistrationFacts.Answered("https://rdap.test/", part(json)))
        .seenAt(when);
  }

  private static Part part(RdapSample sample) {
    return part(sample.json(MONDAY));
  }

  private static Part part(String text) {
    return new Part(text.getBytes(StandardCharsets.UTF_8));
  }
}
