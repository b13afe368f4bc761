package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;

/// Finds tags in DMARC records that mean nothing, such as misspelt ones.
public record DmarcTagsUnknown() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.dmarc-tags-unknown",
          INFORMATIONAL,
          "The DMARC record has a tag that nobody knows",
          "Receivers pass over it. If it is misspelt, what it was to say is not said.",
          """
          Correct its name, or delete it: the tags are p, sp, np, adkim, aspf, fo, rua, ruf, \
          psd and t.\
          """,
          "dig _dmarc.{name} TXT +short",
          rfc(9989, "4.7"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Dmarc.ofOwnRecord(
        mail,
        record ->
            Verdict.ofFaults(
                record.unknown().stream()
                    .map(tag -> new Fault(tag.name(), tag.name() + "=" + tag.value()))
                    .toList()));
  }
}
