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
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Topic;

class SpfLookupsExceededTest extends CheckTest {
  SpfLookupsExceededTest() {
    super(new SpfLookupsExceeded());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("no look-up"),
        passes("exactly 10", lookups(10)),
        fails("11", "11 of 10 look-ups", lookups(11)),
        fails(
            "11 with what an include costs",
            "11 of 10 look-ups",
            spf("include:a.test -all", record("a.test", terms(10) + "-all"))),
        fails(
            "11, whatever hides behind one of them",
            "11 of 10",
            spf(terms(10) + "include:hidden.test -all", HIDDEN)),
        passes("what stands after all costs nothing", spf("-all " + terms(11))),
        cannotTell(
            "10, and what hides behind one of them",
            "hidden.test",
            spf(terms(9) + "include:hidden.test -all", HIDDEN)),
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

  private static MailFacts lookups(int count) {
    return spf(terms(count) + "-all");
  }

  /// So many terms that cost a look-up each.
  private static String terms(int count) {
    return "exists:%{i}.a.test ".repeat(count);
  }
}
