package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.DMARC;
import static uk.nhs.estate.sample.SoundDomain.dmarc;
import static uk.nhs.estate.sample.SoundDomain.mail;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Topic;

class DmarcReportUnauthorisedTest extends CheckTest {
  DmarcReportUnauthorisedTest() {
    super(new DmarcReportUnauthorised());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("an address of its own"),
        passes("no address", dmarc("v=DMARC1; p=none")),
        passes("one that takes the reports", report(found(ASKED, "TXT", "\"v=DMARC1\""))),
        fails(
            "one that does not say so",
            new Verdict.Fail("reports.test", ASKED + ": no TXT record"),
            report(nxdomain(ASKED, "TXT"))),
        fails(
            "one of two, the other of which could not be asked",
            new Verdict.Fail(List.of(new Fault("reports.test", ASKED)), List.of("elsewhere.test")),
            dmarc(
                "v=DMARC1; p=none; rua=mailto:a@reports.test; ruf=mailto:a@elsewhere.test",
                nxdomain(ASKED, "TXT"))),
        passes(
            "Mail Check, which has a rule of its own",
            dmarc("v=DMARC1; p=none; rua=mailto:dmarc-rua@dmarc.service.gov.uk")),
        cannotTell("one that could not be asked", "reports.test", report(unasked(ASKED, "TXT"))),
        doesNotApply("no record of its own", "not exactly one", mail(nxdomain(DMARC, "TXT"))),
        doesNotApply(
            "several records",
            "not exactly one",
            mail(found(DMARC, "TXT", "\"v=DMARC1; p=none\"", "\"v=DMARC1; p=none\""))),
        cannotTell("it could not be asked", "in time", mail(unasked(DMARC, "TXT"))),
        cannotTellWithout(Topic.MAIL));
  }

  private static final String ASKED = "trust.nhs.uk._report._dmarc.reports.test";

  private static MailFacts report(Lookup answer) {
    return dmarc("v=DMARC1; p=none; rua=mailto:a@reports.test", answer);
  }
}
