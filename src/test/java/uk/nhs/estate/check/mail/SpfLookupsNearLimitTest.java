package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.mail.SpfSample.HIDDEN;
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

class SpfLookupsNearLimitTest extends CheckTest {
  SpfLookupsNearLimitTest() {
    super(new SpfLookupsNearLimit());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("no look-up"),
        passes("8", lookups(8)),
        fails("9", "9 of 10 look-ups", lookups(9)),
        fails("10", "10 of 10 look-ups", lookups(10)),
        doesNotApply("11 is another rule", "more than", lookups(11)),
        cannotTell(
            "9, and what hides behind one of them",
            "hidden.test",
            spf(terms(8) + "include:hidden.test -all", HIDDEN)),
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
