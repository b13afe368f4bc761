package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.text.DmarcUri;

/// Finds report addresses that nobody can send to.
public record DmarcReportAddressBroken() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.dmarc-report-address-broken",
          ADVISORY,
          "A report address in the DMARC record is not an address",
          "Reports for it are not sent, so nobody learns who sends in the name of the domain.",
          "Write each address as mailto: and an e-mail address, with a comma between two of them.",
          "dig _dmarc.{name} TXT +short",
          rfc(9989, "4.6"),
          rfc(9989, "4.8"),
          rfc(6068, "2"));

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
                Stream.concat(
                        faults("rua", record.aggregateReports()),
                        faults("ruf", record.failureReports()))
                    .toList()));
  }

  private static Stream<Fault> faults(String tag, List<DmarcUri> uris) {
    return uris.stream()
        .filter(DmarcUri.Broken.class::isInstance)
        .map(DmarcUri.Broken.class::cast)
        .distinct()
        .map(
            uri ->
                new Fault(
                    tag + "=" + uri.text(),
                    "in " + tag + ", \"" + uri.text() + "\": " + uri.why()));
  }
}
