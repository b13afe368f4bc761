package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.SoundDomain.MAIL;
import static uk.nhs.estate.sample.SoundMailServer.hello;
import static uk.nhs.estate.sample.SoundMailServer.untilClearText;
import static uk.nhs.estate.sample.SoundMailServer.withInjection;
import static uk.nhs.estate.sample.SoundMailServer.withTls;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailServerFacts.Met;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.Trial.TakenUp;
import uk.nhs.estate.observation.Trial.TurnedDown;
import uk.nhs.estate.observation.Trial.Undecided;

class SmtpStarttlsInjectionTest extends SmtpCheckTest {
  SmtpStarttlsInjectionTest() {
    super(new SmtpStarttlsInjection());
  }

  @Override
  Stream<Example> servers() {
    return Stream.of(
        passes("it hung up", server(met -> withInjection(met, new TurnedDown("it hung up")))),
        fails(
            "it answers",
            new Verdict.Fail(MAIL, "answered under TLS: 250-mail"),
            server(met -> withInjection(met, new TakenUp("250-mail")))),
        cannotTell(
            "it was not tried",
            "scan level",
            server(
                met -> withInjection(met, new Undecided(new Obstacle(Obstacle.Kind.SCAN_LEVEL))))),
        doesNotApply(
            "it does not speak TLS", "speak TLS", server(met -> untilClearText(met, hello()))),
        cannotTell(
            "no handshake was completed",
            "no TLS handshake was completed",
            server(met -> withInjection(withTls(met, new TlsFacts.NotTls("500 what?")), null))),
        cannotTell("nobody listens", "nobody answers", server(REFUSED)));
  }

  @Override
  UnaryOperator<Met> fault() {
    return met -> withInjection(met, new TakenUp("250-mail"));
  }
}
