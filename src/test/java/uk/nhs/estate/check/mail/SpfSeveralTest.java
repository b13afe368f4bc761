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

class SpfSeveralTest extends CheckTest {
  SpfSeveralTest() {
    super(new SpfSeveral());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("one record"),
        passes(
            "one record beside one that only looks like it",
            mail(found(NAME, "TXT", "\"v=spf1 -all\"", "\"v=spf10 -all\""))),
        fails(
            "two records",
            "2 SPF records",
            mail(found(NAME, "TXT", "\"v=spf1 -all\"", "\"v=spf1 ~all\""))),
        doesNotApply("no record", "no SPF record", mail(absent(NAME, "TXT"))),
        doesNotApply("a name that does not exist", "not exist", mail(nxdomain(NAME, "TXT"))),
        cannotTell("it could not be asked", "in time", mail(unasked(NAME, "TXT"))),
        cannotTellWithout(Topic.MAIL));
  }
}
