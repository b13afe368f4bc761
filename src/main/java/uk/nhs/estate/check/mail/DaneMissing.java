package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.check.mail.Transport.Said;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.observation.mail.Dane;

/// Finds mail servers that could have DANE.
public record DaneMissing() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.dane-missing",
          INFORMATIONAL,
          "A mail server has no TLSA record, although its zone is signed",
          """
          With DANE, senders who know it deliver to this mail server only over TLS and only when \
          it shows the certificate that the DNS names. All that is missing are the records.\
          """,
          """
          Ask whoever runs the mail server to publish TLSA records such as 3 1 1 with the digest \
          of its key, and to change them whenever the key is to change.\
          """,
          Transport.TLSA,
          rfc(7672, "2.2"),
          rfc(7672, "3.1.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Transport.ofReceiver(
        mail,
        () ->
            switch (mail.mx().security()) {
              case null -> Verdict.Unknown.lasting("nobody validated the MX record");
              case Security.Unchecked(var obstacle) -> new Verdict.Unknown(obstacle);
              case Security.Insecure _, Security.Bogus _ ->
                  new Verdict.NotApplicable("its MX record is not secure");
              case Security.Secure _ ->
                  Transport.ofServers(
                      mail, "the zones of its mail servers are not signed", DaneMissing::judge);
            });
  }

  private static Said judge(Dane server) {
    return switch (server) {
      case Dane.Hidden hidden -> Transport.unseen(hidden);
      case Dane.None(var host, var signed) ->
          signed
              ? new Transport.Faulty("no TLSA record at _25._tcp." + host)
              : new Transport.Irrelevant();
      case Dane.Unsafe _ -> new Transport.Irrelevant();
      case Dane.Pinned _ -> new Transport.Sound();
    };
  }
}
