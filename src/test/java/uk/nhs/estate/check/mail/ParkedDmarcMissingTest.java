package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.DMARC;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.parked;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class ParkedDmarcMissingTest extends CheckTest {
  ParkedDmarcMissingTest() {
    super(new ParkedDmarcMissing());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a policy to reject", parked()),
        passes(
            "a policy that does nothing is another rule",
            parked(found(DMARC, "TXT", "\"v=DMARC1; p=none\""))),
        fails("no record", "no TXT record at " + DMARC, parked(nxdomain(DMARC, "TXT"))),
        fails(
            "a record that receivers take no notice of",
            "nowhere to report to",
            parked(found(DMARC, "TXT", "\"v=DMARC1; p=rejct\""))),
        cannotTell("it could not be asked", "in time", parked(unasked(DMARC, "TXT"))),
        doesNotApply("a domain that is used for mail", "is used for mail"),
        doesNotApply("a name that does not exist", "not exist", parked(nxdomain(NAME, "TXT"))),
        cannotTell("its SPF could not be asked", "in time", parked(unasked(NAME, "TXT"))),
        cannotTell("its MX records could not be asked", "in time", parked(unasked(NAME, "MX"))),
        cannotTellWithout(Topic.MAIL));
  }
}
