package uk.nhs.estate.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.estate.observation.MailServerFacts.Meeting;
import uk.nhs.estate.observation.MailServerFacts.Met;
import uk.nhs.estate.observation.MailServerFacts.Turn;
import uk.nhs.estate.observation.MailServerFacts.Unmet;
import uk.nhs.estate.observation.Trial.TakenUp;
import uk.nhs.estate.observation.Trial.TurnedDown;
import uk.nhs.estate.observation.Trial.Undecided;

class MailServerFactsTest {
  private static final Instant AT = Instant.parse("2026-11-24T09:30:00Z");

  @Test
  void theSameServerAtAnotherMachineAndAnotherTimeIsNoChange() {
    var one =
        met(
            "192.0.2.1",
            "LO2P1.mail.test Microsoft ESMTP MAIL Service ready at Tue, 24 Nov 2026 [08DC]",
            "LO2P1.mail.test Hello [198.51.100.7]",
            "EHLO [198.51.100.7]",
            20,
            new TurnedDown("it hung up"));
    var other =
        met(
            "192.0.2.2",
            "CW1P2.mail.test Microsoft ESMTP MAIL Service ready at Wed, 25 Nov 2026 [17AF]",
            "CW1P2.mail.test Hello [198.51.100.8]",
            "EHLO [198.51.100.8]",
            900,
            new TurnedDown("alert 70"));

    assertThat(facts(one, AT).steady()).isEqualTo(facts(other, AT.plusSeconds(86_400)).steady());
  }

  @Test
  void whatIsOfferedAndDoneIsAChange() {
    var sound = facts(hello("250-mx", "250-SIZE 1", "250 STARTTLS"), AT).steady();

    assertThat(facts(hello("250-mx", "250 SIZE 1"), AT).steady()).isNotEqualTo(sound);
    assertThat(facts(hello("250-mx", "250-SIZE 2", "250 STARTTLS"), AT).steady())
        .isNotEqualTo(sound);
    var old = met("192.0.2.1", "mx", "mx", "EHLO x", 20, new TakenUp("TLS 1.0"));
    var none = met("192.0.2.1", "mx", "mx", "EHLO x", 20, new TurnedDown(""));
    assertThat(facts(old, AT).steady()).isNotEqualTo(facts(none, AT).steady());
  }

  @Test
  void ofObstaclesTheKindStays() {
    var one = new Unmet(new Obstacle(Obstacle.Kind.BLOCKED, "192.0.2.1:25: 554 no, id 4711"));
    var other = new Unmet(new Obstacle(Obstacle.Kind.BLOCKED, "192.0.2.2:25: 554 no, id 4712"));
    var others = new Unmet(new Obstacle(Obstacle.Kind.TIMED_OUT));

    assertThat(facts(one, AT).steady()).isEqualTo(facts(other, AT).steady());
    assertThat(facts(one, AT).steady()).isNotEqualTo(facts(others, AT).steady());
    assertThat(facts(met("192.0.2.1", "mx", "mx", "EHLO x", 1, undecided("a")), AT).steady())
        .isEqualTo(facts(met("192.0.2.1", "mx", "mx", "EHLO x", 1, undecided("b")), AT).steady());
  }

  @ParameterizedTest
  @CsvSource({
    "250 ok, 250",
    "250, 250",
    "250-ok, 250",
    "554 5.7.1 no, 554",
    "2500 ok, 0",
    "hello, 0",
    "'', 0",
    "650 x, 0"
  })
  void aReplyHasTheCodeOfItsLastLine(String line, int code) {
    assertThat(new Turn("", List.of("220-first", line)).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "250 STARTTLS, true",
    "250 starttls, true",
    "250 STARTTLS x, true",
    "250 XSTARTTLS, false",
    "250, false"
  })
  void offersTlsWhenAnExtensionSaysSo(String line, boolean offers) {
    assertThat(hello("250-STARTTLS", line).offersTls()).isEqualTo(offers);
  }

  @Test
  void offersNothingWhenItRefusesEhlo() {
    assertThat(hello("502-no", "502 STARTTLS").offersTls()).isFalse();
    assertThat(new Turn("", List.of()).code()).isZero();
  }

  private static Trial undecided(String detail) {
    return new Undecided(new Obstacle(Obstacle.Kind.TIMED_OUT, detail));
  }

  private static MailServerFacts facts(Meeting meeting, Instant when) {
    return new MailServerFacts("mx.test", when, meeting);
  }

  private static Met hello(String... reply) {
    return new Met(
        new Endpoint("192.0.2.1", 25),
        List.of(new Turn("", List.of("220 mx")), new Turn("EHLO x", List.of(reply))),
        20,
        null,
        null,
        null,
        null);
  }

  private static Met met(
      String address, String greeting, String hello, String said, long millis, Trial oldTls) {
    return new Met(
        new Endpoint(address, 25),
        List.of(
            new Turn("", List.of("220 " + greeting)),
            new Turn(said, List.of("250-" + hello, "250 STARTTLS")),
            new Turn("STARTTLS", List.of("220 2.0.0 SMTP server ready, " + greeting))),
        millis,
        new TlsFacts.NotTls("x"),
        null,
        oldTls,
        new Undecided(new Obstacle(Obstacle.Kind.SCAN_LEVEL)));
  }
}
