package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.SpfTree.Everybody;
import uk.nhs.estate.observation.text.DmarcRecord.Policy;
import uk.nhs.estate.observation.text.SpfRecord.Qualifier;

/// Finds SPF records that only doubt forged mail, in domains whose DMARC does not refuse it either.
///
/// With a DMARC policy that does something, `~all` is as good as `-all`, and lets DKIM have its say
/// (RFC 7489 §10.1).
public record SpfSoftFail() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.spf-soft-fail",
          INFORMATIONAL,
          "SPF only marks forged mail, and DMARC does nothing about it",
          """
          With ~all, mail from a server that is not listed is delivered, perhaps with a mark. \
          A DMARC policy of quarantine or reject would decide, but there is none.\
          """,
          """
          Go on to a DMARC policy of quarantine or reject, or replace ~all by -all once every \
          service that sends for the domain is listed.\
          """,
          "dig {name} TXT +short | grep -i v=spf1; dig _dmarc.{name} TXT +short",
          rfc(7208, "8.5"),
          rfc(7489, "10.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Spf.ofEverybody(
        mail,
        everybody ->
            everybody instanceof Everybody.Told(var qualifier, var path, var term)
                    && qualifier == Qualifier.SOFTFAIL
                ? unlessDmarcDecides(mail, Spf.way(path) + ": " + term)
                : new Verdict.Pass());
  }

  private static Verdict unlessDmarcDecides(MailFacts mail, String evidence) {
    return switch (DmarcPolicyNone.judgePolicy(mail, policy -> policy != Policy.NONE)) {
      case Verdict.Pass pass -> pass;
      case Verdict.Unknown unknown -> unknown;
      case Verdict.Fail _, Verdict.NotApplicable _ -> new Verdict.Fail("", evidence);
    };
  }
}
