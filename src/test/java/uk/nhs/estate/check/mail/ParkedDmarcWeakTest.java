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

class ParkedDmarcWeakTest extends CheckTest {
  ParkedDmarcWeakTest() {
    super(new ParkedDmarcWeak());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a policy to reject", parked()),
        fails(
            "a policy to do nothing",
            "p=none",
            parked(found(DMARC, "TXT", "\"v=DMARC1; p=none\""))),
        fails(
            "a policy to mark",
            "quarantine",
            parked(found(DMARC, "TXT", "\"v=DMARC1; p=quarantine\""))),
        fails(
            "a policy in test mode",
            "t=y",
            parked(found(DMARC, "TXT", "\"v=DMARC1; p=reject; t=y\""))),
        doesNotApply("no record", "no valid DMARC", parked(nxdomain(DMARC, "TXT"))),
        cannotTell("it could not be asked", "in time", parked(unasked(DMARC, "TXT"))),
        doesNotApply("a domain that is used for mail", "is used for mail"),
        doesNotApply("a name that does not exist", "not exist", parked(nxdomain(NAME, "TXT"))),
        cannotTell("its SPF could not be asked", "in time", parked(unasked(NAME, "TXT"))),
        cannotTell("its MX records could not be asked", "in time", parked(unasked(NAME, "MX"))),
        cannotTellWithout(Topic.MAIL));
  }
}
