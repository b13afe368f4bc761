package uk.nhs.estate.check.mail;

import static uk.nhs.estate.observation.TlsPosture.SSL_3;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_0;
import static uk.nhs.estate.sample.SoundDomain.MAIL;
import static uk.nhs.estate.sample.SoundMailServer.hello;
import static uk.nhs.estate.sample.SoundMailServer.untilClearText;
import static uk.nhs.estate.sample.SoundMailServer.withOldTls;
import static uk.nhs.estate.sample.SoundMailServer.withPosture;
import static uk.nhs.estate.sample.SoundMailServer.withTls;
import static uk.nhs.estate.sample.SoundTls.hidden;
import static uk.nhs.estate.sample.SoundTls.version;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailServerFacts.Met;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.Trial.TakenUp;
import uk.nhs.estate.observation.Trial.TurnedDown;
import uk.nhs.estate.observation.Trial.Undecided;

class SmtpTlsOldTest extends SmtpCheckTest {
  SmtpTlsOldTest() {
    super(new SmtpTlsOld());
  }

  @Override
  Stream<Example> servers() {
    return Stream.of(
        passes("each old version was turned down", server(met -> withPosture(met, its -> its))),
        fails(
            "it speaks some of them",
            new Verdict.Fail(MAIL, "it speaks SSL 3.0, TLS 1.0"),
            server(
                met ->
                    withPosture(
                        met,
                        its ->
                            version(
                                version(its, SSL_3, new TakenUp("")), TLS_1_0, new TakenUp(""))))),
        cannotTell(
            "one of them could not be tried",
            "no answer in time",
            server(met -> withPosture(met, its -> version(its, SSL_3, hidden())))),
        passes("it hung up", server(met -> withOldTls(met, new TurnedDown("it hung up")))),
        fails(
            "it agrees",
            new Verdict.Fail(MAIL, "old versions: TLS 1.0"),
            server(met -> withOldTls(met, new TakenUp("TLS 1.0")))),
        fails(
            "it agrees to nothing else",
            new Verdict.Fail(MAIL, "old versions: TLS 1.1"),
            server(
                met ->
                    withOldTls(
                        withTls(met, new TlsFacts.Failed(List.of("TLSv1.3"), "protocol_version")),
                        new TakenUp("TLS 1.1")))),
        cannotTell(
            "it could not be tried",
            "in time",
            server(met -> withOldTls(met, new Undecided(new Obstacle(Obstacle.Kind.TIMED_OUT))))),
        doesNotApply(
            "it does not speak TLS", "speak TLS", server(met -> untilClearText(met, hello()))),
        cannotTell("nobody listens", "nobody answers", server(REFUSED)));
  }

  @Override
  UnaryOperator<Met> fault() {
    return met -> withOldTls(met, new TakenUp("TLS 1.0"));
  }
}
