package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.SoundDomain.MAIL;
import static uk.nhs.estate.sample.SoundMailServer.hello;
import static uk.nhs.estate.sample.SoundMailServer.untilClearText;
import static uk.nhs.estate.sample.SoundMailServer.withTls;
import static uk.nhs.estate.sample.SoundMailServer.withoutTls;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailServerFacts.Met;
import uk.nhs.estate.observation.MailServerFacts.Turn;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.TlsFacts;

class SmtpStarttlsFailsTest extends SmtpCheckTest {
  SmtpStarttlsFailsTest() {
    super(new SmtpStarttlsFails());
  }

  @Override
  Stream<Example> servers() {
    return Stream.of(
        fails(
            "it is refused",
            new Verdict.Fail(MAIL, "it answers STARTTLS with: 454 4.7.0 TLS not available"),
            server(
                met ->
                    untilClearText(
                        met,
                        hello("STARTTLS"),
                        new Turn("STARTTLS", List.of("454 4.7.0 TLS not available"))))),
        fails(
            "no version is agreed on",
            new Verdict.Fail(MAIL, "offered TLSv1.3: protocol_version"),
            server(
                met -> withTls(met, new TlsFacts.Failed(List.of("TLSv1.3"), "protocol_version")))),
        fails(
            "clear text goes on",
            new Verdict.Fail(MAIL, "answers without TLS: 500 what?"),
            server(met -> withTls(met, new TlsFacts.NotTls("500 what?")))),
        cannotTell(
            "the handshake was hidden",
            "cut off",
            server(met -> withoutTls(met, new Obstacle(Obstacle.Kind.CONNECTION_RESET)))),
        doesNotApply(
            "it is not offered", "not offer STARTTLS", server(met -> untilClearText(met, hello()))),
        cannotTell("nobody listens", "nobody answers", server(REFUSED)));
  }

  @Override
  UnaryOperator<Met> fault() {
    return met -> withTls(met, new TlsFacts.NotTls("500 what?"));
  }
}
