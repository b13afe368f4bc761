package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.SoundDomain.MAIL;
import static uk.nhs.estate.sample.SoundMailServer.hello;
import static uk.nhs.estate.sample.SoundMailServer.untilClearText;
import static uk.nhs.estate.sample.SoundMailServer.withTls;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailServerFacts.Met;
import uk.nhs.estate.observation.MailServerFacts.Turn;
import uk.nhs.estate.observation.TlsFacts;

class SmtpStarttlsMissingTest extends SmtpCheckTest {
  SmtpStarttlsMissingTest() {
    super(new SmtpStarttlsMissing());
  }

  @Override
  Stream<Example> servers() {
    return Stream.of(
        passes("in small letters", server(met -> untilClearText(met, hello("starttls")))),
        fails(
            "no extension at all",
            new Verdict.Fail(MAIL, "it does not offer STARTTLS: 250-"),
            server(met -> untilClearText(met, hello()))),
        fails(
            "others only",
            new Verdict.Fail(MAIL, "250-XSTARTTLS"),
            server(met -> untilClearText(met, hello("SIZE 1", "XSTARTTLS", "X STARTTLS")))),
        fails(
            "it knows no EHLO",
            new Verdict.Fail(MAIL, "502 5.5.2 what?"),
            server(met -> untilClearText(met, new Turn("EHLO x", List.of("502 5.5.2 what?"))))),
        passes(
            "what it offers does not work, which is another check's business",
            server(met -> withTls(met, new TlsFacts.NotTls("500 what?")))),
        cannotTell("nobody listens", "nobody answers", server(REFUSED)));
  }

  @Override
  UnaryOperator<Met> fault() {
    return met -> untilClearText(met, hello());
  }
}
