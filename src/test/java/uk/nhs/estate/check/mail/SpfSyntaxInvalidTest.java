package uk.nhs.estate.check.mail;

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

class SpfSyntaxInvalidTest extends CheckTest {
  SpfSyntaxInvalidTest() {
    super(new SpfSyntaxInvalid());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a record within the grammar"),
        passes("modifiers that nobody knows", spf("mx x=y -all")),
        fails("a word that is none", "nonsense at character 11", spf("mx nonsense -all")),
        fails("an address that is none", "ip4:192.0.2.256", spf("ip4:192.0.2.256 -all")),
        fails("after all as well, since all of it is read first", "ip4:x", spf("-all ip4:x")),
        fails("two redirects", "redirect=b.test", spf("redirect=a.test redirect=b.test")),
        passes(
            "a record elsewhere is another rule",
            spf("include:a.test -all", record("a.test", "ip4:x -all"))),
        doesNotApply("no record", "exactly one", mail(absent(NAME, "TXT"))),
        doesNotApply(
            "two records",
            "exactly one",
            mail(found(NAME, "TXT", "\"v=spf1 x -all\"", "\"v=spf1 -all\""))),
        doesNotApply("a name that does not exist", "not exist", mail(nxdomain(NAME, "TXT"))),
        cannotTell("it could not be asked", "in time", mail(unasked(NAME, "TXT"))),
        cannotTellWithout(Topic.MAIL));
  }
}
