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
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Topic;

class SpfVoidLookupTest extends CheckTest {
  SpfVoidLookupTest() {
    super(new SpfVoidLookup());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("none"),
        passes(
            "a name that does not exist is another rule",
            spf("a:a.test -all", nxdomain("a.test", "A"))),
        passes(
            "a supplier's own",
            spf("include:a.test -all", record("a.test", "mx -all"), absent("a.test", "MX"))),
        fails(
            "a name without an address",
            new Verdict.Fail("a.test", "a:a.test: None: the name has no such record"),
            spf("a:a.test -all", absent("a.test", "A"), absent("a.test", "AAAA"))),
        fails(
            "the domain itself without MX records",
            new Verdict.Fail(NAME, "mx: None"),
            spf("mx -all", absent(NAME, "MX"))),
        doesNotApply(
            "three are another rule",
            "more terms",
            spf(
                "exists:a.test exists:b.test exists:c.test -all",
                absent("a.test", "A"),
                absent("b.test", "A"),
                absent("c.test", "A"))),
        cannotTell(
            "its address could not be asked",
            "a.test",
            spf("exists:a.test -all", unasked("a.test", "A"))),
        cannotTell(
            "an include could not be asked",
            "hidden.test",
            spf("include:hidden.test -all", HIDDEN)),
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
