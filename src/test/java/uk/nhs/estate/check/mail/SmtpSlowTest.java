package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.SoundDomain.MAIL;
import static uk.nhs.estate.sample.SoundMailServer.greetedAfter;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailServerFacts.Met;

class SmtpSlowTest extends SmtpCheckTest {
  SmtpSlowTest() {
    super(new SmtpSlow());
  }

  @Override
  Stream<Example> servers() {
    return Stream.of(
        passes("ten seconds", server(met -> greetedAfter(met, 10_000))),
        fails(
            "more",
            new Verdict.Fail(MAIL, "its greeting took 10 s"),
            server(met -> greetedAfter(met, 10_001))),
        cannotTell("nobody listens", "nobody answers", server(REFUSED)));
  }

  @Override
  UnaryOperator<Met> fault() {
    return met -> greetedAfter(met, 12_345);
  }
}
