package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.check.mail.Transport.Said;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.Dane;

/// Finds mail servers with TLSA records, none of which senders can use.
public record DaneTlsaUnusable() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.dane-tlsa-unusable",
          ADVISORY,
          "No TLSA record of a mail server can be used by senders",
          """
          Senders of mail can use records with usage 2 or 3 only, whole or with a SHA-2 digest. \
          With none of those they demand TLS, but cannot tell the mail server from somebody who \
          pretends to be it.\
          """,
          """
          Ask whoever runs the mail server to publish a record such as 3 1 1 with the SHA-256 \
          digest of its key.\
          """,
          Transport.TLSA,
          rfc(7672, "3.1"),
          rfc(7671, "4"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Transport.ofServers(
        mail, "none of its mail servers has TLSA records that are secure", DaneTlsaUnusable::judge);
  }

  private static Said judge(Dane server) {
    return switch (server) {
      case Dane.Hidden hidden -> Transport.unseen(hidden);
      case Dane.None _, Dane.Unsafe _ -> new Transport.Irrelevant();
      case Dane.Pinned(_, var usable, var unusable) ->
          usable.isEmpty()
              ? new Transport.Faulty(String.join("; ", unusable))
              : new Transport.Sound();
    };
  }
}
