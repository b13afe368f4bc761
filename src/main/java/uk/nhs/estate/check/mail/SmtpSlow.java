package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.time.Duration;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;

/// Finds mail servers that keep senders waiting for their greeting.
public record SmtpSlow() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
              "mail.smtp-slow",
              INFORMATIONAL,
              "A mail server is slow to greet",
              """
              Senders wait for minutes before they give up, so little mail is lost; but each of \
              them holds a connection, and some do not wait that long.\
              """,
              """
              See what the server does before it greets: a pause against spam needs no more than \
              some seconds; look-ups that time out need repair.\
              """,
              Smtp.EHLO,
              rfc(5321, "4.5.3.2.1"))
          .seenTwice();

  /// Pauses of 5 and 6 seconds are the usual ones against spam.
  private static final Duration LONGEST = Duration.ofSeconds(10);

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Smtp.ofMet(
        mail,
        met ->
            Verdict.passIf(
                met.greetingMillis() <= LONGEST.toMillis(),
                "its greeting took %d s".formatted(met.greetingMillis() / 1000)));
  }
}
