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

class SpfLoopTest extends CheckTest {
  SpfLoopTest() {
    super(new SpfLoop());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a straight way", spf("include:a.test -all", record("a.test", "-all"))),
        passes(
            "the same record twice",
            spf("include:a.test include:a.test -all", record("a.test", "-all"))),
        fails(
            "the domain includes itself",
            new Verdict.Fail(NAME, NAME + " → " + NAME),
            spf("include:" + NAME + " -all")),
        fails(
            "two records include each other",
            new Verdict.Fail("a.test", NAME + " → a.test → b.test → a.test"),
            spf(
                "include:a.test -all",
                record("a.test", "include:b.test -all"),
                record("b.test", "include:a.test -all"))),
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
