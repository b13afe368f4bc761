package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.mail.SpfSample.HIDDEN;
import static uk.nhs.estate.check.mail.SpfSample.record;
import static uk.nhs.estate.check.mail.SpfSample.spf;
import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.mail;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class SpfWithoutAllTest extends CheckTest {
  SpfWithoutAllTest() {
    super(new SpfWithoutAll());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("-all"),
        passes("?all is another rule", spf("mx ?all")),
        passes("a redirect to a record with all", spf("redirect=a.test", record("a.test", "-all"))),
        fails("no all", NAME + ": SPF record", spf("mx")),
        fails("nothing at all", NAME, mail(found(NAME, "TXT", "\"v=spf1\""))),
        fails(
            "a redirect to a record without all",
            "a.test",
            spf("redirect=a.test", record("a.test", "mx"), absent("a.test", "MX"))),
        doesNotApply(
            "a redirect to a name without SPF",
            "a.test",
            spf("redirect=a.test", found("a.test", "TXT", "\"x\""))),
        cannotTell(
            "where it redirects to could not be asked",
            "in time",
            spf("redirect=hidden.test", HIDDEN)),
        doesNotApply("no SPF record", "no SPF record", mail(absent(NAME, "TXT"))),
        doesNotApply(
            "several SPF records",
            "several SPF records",
            mail(found(NAME, "TXT", "\"v=spf1 -all\"", "\"v=spf1 ~all\""))),
        doesNotApply("a record that is void", "breaks the grammar", spf("ip4:x -all")),
        doesNotApply("a name that does not exist", "not exist", mail(nxdomain(NAME, "TXT"))),
        cannotTell("it could not be asked", "in time", mail(unasked(NAME, "TXT"))),
        cannotTellWithout(Topic.MAIL));
  }
}
