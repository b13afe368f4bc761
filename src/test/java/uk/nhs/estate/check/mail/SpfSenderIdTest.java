package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.mail;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class SpfSenderIdTest extends CheckTest {
  SpfSenderIdTest() {
    super(new SpfSenderId());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("SPF alone"),
        passes("no record", mail(absent(NAME, "TXT"))),
        fails(
            "a record of Sender ID",
            "spf2.0/pra mx -all",
            mail(found(NAME, "TXT", "\"v=spf1 mx -all\"", "\"spf2.0/pra mx -all\""))),
        doesNotApply("a name that does not exist", "not exist", mail(nxdomain(NAME, "TXT"))),
        cannotTell("it could not be asked", "in time", mail(unasked(NAME, "TXT"))),
        cannotTellWithout(Topic.MAIL));
  }
}
