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
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Topic;

class MxNamedTwiceTest extends CheckTest {
  MxNamedTwiceTest() {
    super(new MxNamedTwice());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a server once"),
        passes("two servers", mail(found(NAME, "MX", "10 " + MAIL + ".", "20 mx2.trust.nhs.uk."))),
        passes("no MX record", mail(absent(NAME, "MX"))),
        fails(
            "one server twice",
            new Verdict.Fail(MAIL, "with preference 10 and 20"),
            mail(found(NAME, "MX", "10 " + MAIL + ".", "20 MAIL.trust.nhs.uk."))),
        doesNotApply("a name that does not exist", "not exist", mail(nxdomain(NAME, "MX"))),
        cannotTell("it could not be asked", "in time", mail(unasked(NAME, "MX"))),
        cannotTellWithout(Topic.MAIL));
  }
}
