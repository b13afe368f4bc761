package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.SpfTree.Everybody;

/// Finds SPF records that end without a word on everybody else.
public record SpfWithoutAll() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.spf-without-all",
          ADVISORY,
          "The SPF record does not say what to do with mail from anybody else",
          """
          Without all at its end, mail from a server that is not listed is treated as if there \
          were no SPF record.\
          """,
          """
          Add ~all at the end of the record, and -all once every service that sends for the \
          domain is listed.\
          """,
          Spf.COMMAND,
          rfc(7208, "4.7"),
          rfc(7208, "5.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Spf.ofTree(
        mail,
        tree ->
            switch (tree.root().everybody()) {
              case Everybody.Untold _ -> new Verdict.Fail("", Spf.lines(tree));
              case Everybody.Told _ -> new Verdict.Pass();
              case Everybody.Hidden(var why) -> new Verdict.Unknown(why);
              case Everybody.Broken(var why) -> new Verdict.NotApplicable(why);
            });
  }
}
