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

class SpfVoidsExceededTest extends CheckTest {
  SpfVoidsExceededTest() {
    super(new SpfVoidsExceeded());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("none"),
        passes(
            "two",
            spf(
                "a:a.test a:b.test -all",
                absent("a.test", "A"),
                absent("a.test", "AAAA"),
                nxdomain("b.test", "A"))),
        fails(
            "three, one of them elsewhere",
            NAME + ": a:a.test; " + NAME + ": a:b.test; " + NAME + " → c.test: mx",
            spf(
                "a:a.test a:b.test include:c.test -all",
                absent("a.test", "A"),
                absent("a.test", "AAAA"),
                nxdomain("b.test", "A"),
                record("c.test", "mx -all"),
                absent("c.test", "MX"))),
        passes(
            "a name that differs from mail to mail",
            spf("exists:%{i}.a.test exists:%{i}.b.test exists:%{i}.c.test -all")),
        cannotTell(
            "what hides may be more", "hidden.test", spf("include:hidden.test -all", HIDDEN)),
        cannotTell(
            "an address that hides may be one more",
            "a.test A",
            spf("a:a.test -all", unasked("a.test", "A"), unasked("a.test", "AAAA"))),
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
