package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.LinkedHashMap;
import java.util.List;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.text.DmarcRecord;

/// Finds DMARC records of which something is not read as it was meant.
public record DmarcMalformed() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.dmarc-malformed",
          ADVISORY,
          "The DMARC record has a syntax error",
          """
          What breaks the grammar is passed over or counts as the default, which may be weaker \
          than what was meant.\
          """,
          """
          Correct the tag as the evidence says: each tag once, a semicolon between tags, and \
          only the values that the standard knows.\
          """,
          "dig _dmarc.{name} TXT +short",
          rfc(9989, "4.7"),
          rfc(9989, "4.8"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Dmarc.ofOwnRecord(
        mail,
        record ->
            record.policy().isEmpty()
                ? new Verdict.NotApplicable("receivers take no notice of the record at all")
                : Verdict.ofFaults(faults(record)));
  }

  private static List<Fault> faults(DmarcRecord record) {
    var byTag = new LinkedHashMap<String, String>();
    for (var error : record.errors()) {
      byTag.merge(
          error.tag(),
          error.value().isEmpty()
              ? error.tag() + ": " + error.reading()
              : error.tag() + "=" + error.value() + ": " + error.reading(),
          (one, other) -> one + "; " + other);
    }
    return byTag.entrySet().stream().map(tag -> new Fault(tag.getKey(), tag.getValue())).toList();
  }
}
