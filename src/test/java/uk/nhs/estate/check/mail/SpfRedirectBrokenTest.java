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

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Topic;

class SpfRedirectBrokenTest extends CheckTest {
  SpfRedirectBrokenTest() {
    super(new SpfRedirectBroken());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a record within the grammar", spf("redirect=a.test", record("a.test", "-all"))),
        passes(
            "a name that does not exist is another rule",
            spf("redirect=a.test", nxdomain("a.test", "TXT"))),
        passes("an include is another rule", spf("include:a.test -all", absent("a.test", "TXT"))),
        fails(
            "a name without TXT records",
            new Verdict.Fail("a.test", "redirect=a.test: None: the name has no such record"),
            spf("redirect=a.test", absent("a.test", "TXT"))),
        fails(
            "a name without SPF",
            new Verdict.Fail("a.test", "none of its TXT records is SPF"),
            spf("redirect=a.test", found("a.test", "TXT", "\"x\""))),
        fails(
            "several records there",
            new Verdict.Fail("a.test", "2 SPF records"),
            spf("redirect=a.test", found("a.test", "TXT", "\"v=spf1 -all\"", "\"v=spf1 ~all\""))),
        fails(
            "a record there that breaks the grammar",
            new Verdict.Fail("a.test", "breaks the grammar: ip4:x"),
            spf("redirect=a.test", record("a.test", "ip4:x -all"))),
        fails(
            "further on, while another record hides",
            new Verdict.Fail(
                List.of(new Fault("a.test", "a.test: redirect=b.test: None")),
                List.of("hidden.test")),
            spf(
                "include:hidden.test include:a.test -all",
                HIDDEN,
                record("a.test", "redirect=b.test"),
                absent("b.test", "TXT"))),
        cannotTell("it could not be asked", "hidden.test", spf("redirect=hidden.test", HIDDEN)),
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
