package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.SoundDomain.MAIL;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.mail;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailServerFacts;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.sample.SoundMailServer;

class SmtpUnreachableTest extends CheckTest {
  SmtpUnreachableTest() {
    super(new SmtpUnreachable());
  }

  @Override
  protected Stream<Example> examples() {
    var refused = new MailServerFacts(SmtpCheckTest.OTHER, mail().seenAt(), SmtpCheckTest.REFUSED);
    return Stream.of(
        passes("it was met"),
        fails(
            "nobody listens",
            new Verdict.Fail(MAIL, "connections to 192.0.2.25:25 are refused"),
            SmtpCheckTest.server(SmtpCheckTest.REFUSED)),
        fails(
            "one of two",
            new Verdict.Fail(SmtpCheckTest.OTHER, "refused"),
            SmtpCheckTest.two(SoundMailServer.met(MAIL), refused)),
        fails(
            "one of two, and the other is silent",
            new Verdict.Fail(List.of(new Fault(SmtpCheckTest.OTHER, "refused")), List.of(MAIL)),
            SmtpCheckTest.two(SoundMailServer.unmet(MAIL), refused)),
        cannotTell(
            "silence may be our own network's",
            "blocked where the scanner runs",
            SmtpCheckTest.server(
                new MailServerFacts.Unmet(
                    new Obstacle(
                        Obstacle.Kind.TIMED_OUT,
                        "192.0.2.25:25, or port 25 is blocked where the scanner runs")))),
        doesNotApply("no MX record", "no MX record", mail(absent(NAME, "MX"))),
        cannotTellWithout(Topic.MAIL));
  }
}
