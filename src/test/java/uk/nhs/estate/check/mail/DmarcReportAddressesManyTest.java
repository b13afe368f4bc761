package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.DMARC;
import static uk.nhs.estate.sample.SoundDomain.dmarc;
import static uk.nhs.estate.sample.SoundDomain.mail;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class DmarcReportAddressesManyTest extends CheckTest {
  DmarcReportAddressesManyTest() {
    super(new DmarcReportAddressesMany());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("one address"),
        passes(
            "two of each kind",
            dmarc(
                "v=DMARC1; p=none; rua=mailto:a@trust.nhs.uk,mailto:b@trust.nhs.uk;"
                    + " ruf=mailto:a@trust.nhs.uk,mailto:b@trust.nhs.uk")),
        fails(
            "three",
            "rua has 3, ruf has 0",
            dmarc(
                "v=DMARC1; p=none;"
                    + " rua=mailto:a@trust.nhs.uk,mailto:b@trust.nhs.uk,mailto:c@trust.nhs.uk")),
        doesNotApply("no record of its own", "not exactly one", mail(nxdomain(DMARC, "TXT"))),
        doesNotApply(
            "several records",
            "not exactly one",
            mail(found(DMARC, "TXT", "\"v=DMARC1; p=none\"", "\"v=DMARC1; p=none\""))),
        cannotTell("it could not be asked", "in time", mail(unasked(DMARC, "TXT"))),
        cannotTellWithout(Topic.MAIL));
  }
}
