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
import uk.nhs.estate.observation.Topic;

class DmarcReportsToMailCheckTest extends CheckTest {
  DmarcReportsToMailCheckTest() {
    super(new DmarcReportsToMailCheck());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("an address of its own"),
        passes("one with a similar name", dmarc("v=DMARC1; p=none; rua=mailto:a@service.gov.uk")),
        fails(
            "that of Mail Check",
            new Verdict.Fail("dmarc-rua@dmarc.service.gov.uk", "v=DMARC1"),
            dmarc("v=DMARC1; p=none; rua=mailto:dmarc-rua@dmarc.service.gov.uk")),
        fails(
            "those with a mark of the organisation in them, each once",
            new Verdict.Fail(
                List.of(
                    new Fault("dmarc-rua+x@DMARC.service.gov.uk", ""),
                    new Fault("dmarc-ruf@dmarc.service.gov.uk", ""))),
            dmarc(
                "v=DMARC1; p=none; rua=mailto:dmarc-rua+x@DMARC.service.gov.uk!10m;"
                    + " ruf=mailto:dmarc-rua+x@DMARC.service.gov.uk,"
                    + "mailto:dmarc-ruf@dmarc.service.gov.uk")),
        doesNotApply("no record of its own", "not exactly one", mail(nxdomain(DMARC, "TXT"))),
        doesNotApply(
            "several records",
            "not exactly one",
            mail(found(DMARC, "TXT", "\"v=DMARC1; p=none\"", "\"v=DMARC1; p=none\""))),
        cannotTell("it could not be asked", "in time", mail(unasked(DMARC, "TXT"))),
        cannotTellWithout(Topic.MAIL));
  }
}
