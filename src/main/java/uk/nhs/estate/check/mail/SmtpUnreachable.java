package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.MailServerFacts;

/// Finds mail servers named in MX records at which nobody listens.
public record SmtpUnreachable() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
              "mail.smtp-unreachable",
              ADVISORY,
              "A mail server refuses every connection",
              """
              Mail that is sent to it waits at the sender, and comes back after some days if no \
              other server of the domain takes it.\
              """,
              """
              Start the mail server, or let connections to port 25 through to it; remove its MX \
              record when it is gone.\
              """,
              Smtp.EHLO,
              rfc(5321, "5.1"),
              rfc(5321, "4.5.4.1"))
          .seenTwice();

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Smtp.ofServers(
        mail,
        server ->
            switch (server.meeting()) {
              case MailServerFacts.Met _ -> new Verdict.Pass();
              case MailServerFacts.NobodyListens(var endpoint) ->
                  new Verdict.Fail("", "connections to " + endpoint + " are refused");
              case MailServerFacts.Unmet(var obstacle) -> new Verdict.Unknown(obstacle);
            });
  }
}
