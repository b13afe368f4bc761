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

class ParkedSpfMissingTest extends CheckTest {
  ParkedSpfMissingTest() {
    super(new ParkedSpfMissing());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("nobody may send", parked()),
        fails("no SPF record, and a null MX record", "no SPF record", parked(absent(NAME, "TXT"))),
        fails(
            "neither SPF nor MX", "no SPF record", parked(absent(NAME, "TXT"), absent(NAME, "MX"))),
        doesNotApply(
            "a domain that takes mail and has no SPF record is another rule",
            "is used for mail",
            parked(found(NAME, "MX", "10 mail.trust.nhs.uk."), absent(NAME, "TXT"))),
        doesNotApply("a domain that is used for mail", "is used for mail"),
        doesNotApply("a name that does not exist", "not exist", parked(nxdomain(NAME, "TXT"))),
        cannotTell("its SPF could not be asked", "in time", parked(unasked(NAME, "TXT"))),
        cannotTell("its MX records could not be asked", "in time", parked(unasked(NAME, "MX"))),
        cannotTellWithout(Topic.MAIL));
  }
}
