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
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Topic;

class SpfUsesPtrTest extends CheckTest {
  SpfUsesPtrTest() {
    super(new SpfUsesPtr());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("no ptr"),
        passes("after all, where nobody reads it", spf("-all ptr")),
        fails("ptr", "ptr", spf("ptr -all")),
        fails("ptr of a name", "?ptr:a.test", spf("?ptr:a.test -all")),
        fails(
            "in a record below the domain",
            new Verdict.Fail("_spf." + NAME, "ptr"),
            spf("include:_spf." + NAME + " -all", record("_spf." + NAME, "ptr ~all"))),
        passes("a supplier's record", spf("include:a.test -all", record("a.test", "ptr ~all"))),
        cannotTell(
            "a record below the domain could not be asked",
            "could not ask",
            spf("include:_spf." + NAME + " -all", unasked("_spf." + NAME, "TXT"))),
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
