package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;

/// Finds DMARC records with more report addresses than reporters serve.
public record DmarcReportAddressesMany() implements Check.OfMail {

  /// Those that every reporter must serve (RFC 7489 §6.2).
  private static final int MOST = 2;

  private static final Rule RULE =
      Rule.of(
          "mail.dmarc-report-addresses-many",
          INFORMATIONAL,
          "The DMARC record has more report addresses than are served",
          "Reporters need send to no more than two addresses: the others may get no reports.",
          "Keep two addresses at the most, and have the reports sent on from there.",
          "dig _dmarc.{name} TXT +short",
          rfc(7489, "6.2"),
          rfc(9989, "4.7"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Dmarc.ofOwnRecord(
        mail,
        record -> {
          int aggregate = record.aggregateReports().size();
          int failure = record.failureReports().size();
          return Verdict.passIf(
              Math.max(aggregate, failure) <= MOST,
              "rua has %d, ruf has %d".formatted(aggregate, failure));
        });
  }
}
