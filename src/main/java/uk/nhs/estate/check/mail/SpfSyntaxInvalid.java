package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.stream.Collectors;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;

/// Finds SPF records that are void because something in them breaks the grammar.
public record SpfSyntaxInvalid() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.spf-syntax-invalid",
          URGENT,
          "The SPF record breaks the grammar",
          """
          Receivers must take the whole record for broken because of one term: it protects \
          nothing, and mail may be refused.\
          """,
          """
          Correct or remove the term. Terms are parted by spaces, and are one of all, \
          include:, a, mx, ip4:, ip6:, exists: and redirect=.\
          """,
          Spf.COMMAND,
          rfc(7208, "4.6"),
          rfc(7208, "12"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Verdict.ofExistingName(
        mail.txt(),
        _ -> {
          var records = Spf.selection(mail).records();
          if (records.size() != 1) {
            return new Verdict.NotApplicable("it has not exactly one SPF record");
          }
          var wrong = records.getFirst().record().malformed();
          return Verdict.passIf(
              wrong.isEmpty(),
              wrong.stream()
                  .map(
                      term ->
                          "%s at character %d: %s"
                              .formatted(term.text(), term.position() + 1, term.why()))
                  .collect(Collectors.joining("; ")));
        });
  }
}
