package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.MAIL;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.mail;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class MxNullInvalidTest extends CheckTest {
  MxNullInvalidTest() {
    super(new MxNullInvalid());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("MX records, none of them null"),
        passes("a null MX record alone", mail(found(NAME, "MX", "0 ."))),
        passes("no MX record", mail(absent(NAME, "MX"))),
        fails(
            "beside another",
            "0 ., 10 " + MAIL,
            mail(found(NAME, "MX", "10 " + MAIL + ".", "0 ."))),
        fails("with a preference", "1 .", mail(found(NAME, "MX", "1 ."))),
        fails("twice", "0 ., 5 .", mail(found(NAME, "MX", "0 .", "5 ."))),
        doesNotApply("a name that does not exist", "not exist", mail(nxdomain(NAME, "MX"))),
        cannotTell("it could not be asked", "in time", mail(unasked(NAME, "MX"))),
        cannotTellWithout(Topic.MAIL));
  }
}
