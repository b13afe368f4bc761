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

class DmarcReportAddressBrokenTest extends CheckTest {
  DmarcReportAddressBrokenTest() {
    super(new DmarcReportAddressBroken());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("an address"),
        passes("none, which has a rule of its own", dmarc("v=DMARC1; p=none")),
        passes("an address of another kind", dmarc("v=DMARC1; p=none; rua=https://trust.nhs.uk/")),
        fails(
            "broken ones",
            new Verdict.Fail(
                List.of(
                    new Fault("rua=a@trust.nhs.uk", "mailto: is missing"),
                    new Fault("ruf=", "it is empty"))),
            dmarc("v=DMARC1; p=none; rua=mailto:a@trust.nhs.uk,a@trust.nhs.uk; ruf=")),
        doesNotApply("no record of its own", "not exactly one", mail(nxdomain(DMARC, "TXT"))),
        doesNotApply(
            "several records",
            "not exactly one",
            mail(found(DMARC, "TXT", "\"v=DMARC1; p=none\"", "\"v=DMARC1; p=none\""))),
        cannotTell("it could not be asked", "in time", mail(unasked(DMARC, "TXT"))),
        cannotTellWithout(Topic.MAIL));
  }
}
