package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.Sts;
import uk.nhs.estate.observation.text.Reading;
import uk.nhs.estate.observation.text.StsPolicy;

/// Finds MTA-STS policies that break their grammar.
public record StsPolicyMalformed() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.sts-policy-malformed",
          ADVISORY,
          "The MTA-STS policy cannot be read",
          """
          Senders who cannot read a policy deliver as if there were none: mail to the domain is \
          not protected on its way.\
          """,
          """
          Serve a text with the lines version: STSv1, mode: enforce, one mx: for each mail server, \
          and max_age:, each name in lower case and followed by a colon.\
          """,
          Transport.STS_POLICY,
          rfc(8461, "3.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Transport.ofFetched(
        mail,
        fetched ->
            switch (fetched) {
              case Sts.Served(_, Reading.Invalid<StsPolicy>(var problem)) ->
                  new Verdict.Fail("", problem);
              case Sts.Served _ -> new Verdict.Pass();
              case Sts.Refused _, Sts.Untrusted _ ->
                  new Verdict.NotApplicable("senders get no policy");
            });
  }
}
