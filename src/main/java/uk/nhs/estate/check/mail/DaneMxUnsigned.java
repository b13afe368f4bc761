package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.List;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.observation.mail.Dane;

/// Finds domains that get only a part of what DANE can do.
public record DaneMxUnsigned() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.dane-mx-unsigned",
          INFORMATIONAL,
          "The mail servers have DANE, but the MX record is not signed",
          """
          Senders who know DANE make sure that they talk to the mail server that the MX record \
          names. Since the domain is not signed, somebody on the way can make it name another one.\
          """,
          "Have the domain signed with DNSSEC: then DANE protects its mail all the way.",
          "dig +dnssec {name} MX",
          rfc(7672, "2.2.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Transport.ofReceiver(mail, () -> judge(mail, Dane.of(mail)));
  }

  private static Verdict judge(MailFacts mail, List<Dane> servers) {
    if (servers.stream().noneMatch(DaneMxUnsigned::isPinned)) {
      for (var server : servers) {
        if (server instanceof Dane.Hidden hidden) {
          return new Verdict.Unknown(hidden.host() + ": " + hidden.why(), hidden.mayPass());
        }
      }
      return new Verdict.NotApplicable(
          "none of its mail servers has TLSA records that senders can use");
    }
    return switch (mail.mx().security()) {
      case null -> Verdict.Unknown.lasting("nobody validated the MX record");
      case Security.Unchecked(var obstacle) -> new Verdict.Unknown(obstacle);
      case Security.Bogus _ -> new Verdict.NotApplicable("the signatures of the domain are broken");
      case Security.Insecure insecure ->
          new Verdict.Fail("", mail.name() + " MX: " + Security.words(insecure));
      case Security.Secure _ -> new Verdict.Pass();
    };
  }

  private static boolean isPinned(Dane server) {
    return server instanceof Dane.Pinned pinned && !pinned.usable().isEmpty();
  }
}
