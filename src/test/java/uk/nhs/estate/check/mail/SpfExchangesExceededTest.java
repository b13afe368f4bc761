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

import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Topic;

class SpfExchangesExceededTest extends CheckTest {
  SpfExchangesExceededTest() {
    super(new SpfExchangesExceeded());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("one mail server", spf("mx -all")),
        passes("10 mail servers", spf("mx:a.test -all", mx(10))),
        fails(
            "11 mail servers",
            new Verdict.Fail("a.test", "mx:a.test: 11 mail servers"),
            spf("mx:a.test -all", mx(11))),
        fails(
            "in a record that is included",
            new Verdict.Fail("b.test", "b.test: mx:a.test: 11 mail servers"),
            spf("include:b.test -all", record("b.test", "mx:a.test -all"), mx(11))),
        cannotTell(
            "they could not be asked", "a.test", spf("mx:a.test -all", unasked("a.test", "MX"))),
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

  private static Lookup mx(int count) {
    return found(
        "a.test",
        "MX",
        IntStream.rangeClosed(1, count)
            .mapToObj(at -> "10 mx" + at + ".a.test.")
            .toArray(String[]::new));
  }
}
