package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.mail.SpfSample.HIDDEN;
import static uk.nhs.estate.check.mail.SpfSample.failing;
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

class SpfLookupFailsTest extends CheckTest {
  SpfLookupFailsTest() {
    super(new SpfLookupFails());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes(
            "everything answers",
            spf(
                "include:a.test a:b.test -all",
                record("a.test", "-all"),
                found("b.test", "A", "192.0.2.1"))),
        fails(
            "the servers of a record answer with an error",
            new Verdict.Fail(
                "a.test", "include:a.test: the name servers answered with an error (SERVFAIL)"),
            spf("include:a.test -all", failing("a.test", "TXT"))),
        fails(
            "the servers of an address answer with an error",
            new Verdict.Fail(
                "a.test", "a:b.test: the name servers answered with an error (SERVFAIL)"),
            spf(
                "include:a.test -all",
                record("a.test", "a:b.test -all"),
                failing("b.test", "A"),
                failing("b.test", "AAAA"))),
        fails(
            "one answers with an error, and one is silent",
            new Verdict.Fail(List.of(new Fault("a.test", "SERVFAIL")), List.of("hidden.test")),
            spf("include:a.test include:hidden.test -all", failing("a.test", "TXT"), HIDDEN)),
        cannotTell("silence is no error", "hidden.test", spf("include:hidden.test -all", HIDDEN)),
        cannotTell("the domain's own servers fail", "with an error", mail(failing(NAME, "TXT"))),
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
