package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.check.mail.Transport.Said;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.Dane;

/// Finds TLSA records that cannot be trusted.
public record DaneTlsaInsecure() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
              "mail.dane-tlsa-insecure",
              ADVISORY,
              "The TLSA records of a mail server are not protected by DNSSEC",
              """
              Senders must not use TLSA records that are not signed: DANE does nothing here. If \
              what DNSSEC says is broken, senders who know DANE do not deliver to this mail server \
              at all.\
              """,
              """
              Ask whoever runs the mail server to have its zone signed, and to mend the signatures \
              if they are broken; else to delete the TLSA records.\
              """,
              Transport.TLSA,
              rfc(7672, "2.2"),
              rfc(7672, "2.1.1"))
          .seenTwice();

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Transport.ofServers(
        mail, "none of its mail servers has TLSA records", DaneTlsaInsecure::judge);
  }

  private static Said judge(Dane server) {
    return switch (server) {
      case Dane.Hidden hidden -> Transport.unseen(hidden);
      case Dane.None _ -> new Transport.Irrelevant();
      case Dane.Unsafe(_, var why) -> new Transport.Faulty(why);
      case Dane.Pinned _ -> new Transport.Sound();
    };
  }
}
