package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.SpfTree.Everybody;
import uk.nhs.estate.observation.text.SpfRecord.Qualifier;

/// Finds SPF records that say nothing of forged mail although they seem to.
public record SpfNeutral() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.spf-neutral",
          ADVISORY,
          "The SPF record is neutral about mail from anybody else",
          """
          With ?all, mail from a server that is not listed is treated as if there were no SPF \
          record.\
          """,
          """
          Replace ?all by ~all, and by -all once every service that sends for the domain is \
          listed.\
          """,
          Spf.COMMAND,
          rfc(7208, "5.1"),
          rfc(7208, "8.2"));

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
                    && qualifier == Qualifier.NEUTRAL
                ? new Verdict.Fail("", Spf.way(path) + ": " + term)
                : new Verdict.Pass());
  }
}
