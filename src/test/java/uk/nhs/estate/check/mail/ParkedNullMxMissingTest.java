package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.parked;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class ParkedNullMxMissingTest extends CheckTest {
  ParkedNullMxMissingTest() {
    super(new ParkedNullMxMissing());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a null MX record", parked()),
        fails(
            "none, and it has an address",
            "goes to its own address 192.0.2.80",
            parked(absent(NAME, "MX"), found(NAME, "A", "192.0.2.80"))),
        doesNotApply(
            "none, and it has no address",
            "goes nowhere",
            parked(absent(NAME, "MX"), absent(NAME, "A"), absent(NAME, "AAAA"))),
        cannotTell(
            "none, and whether it has an address could not be asked",
            "could not be asked",
            parked(absent(NAME, "MX"), absent(NAME, "A"), unasked(NAME, "AAAA"))),
        doesNotApply("a domain that is used for mail", "is used for mail"),
        doesNotApply("a name that does not exist", "not exist", parked(nxdomain(NAME, "TXT"))),
        cannotTell("its SPF could not be asked", "in time", parked(unasked(NAME, "TXT"))),
        cannotTell("its MX records could not be asked", "in time", parked(unasked(NAME, "MX"))),
        cannotTellWithout(Topic.MAIL));
  }
}
