package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.mail;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class SpfAllowsAllTest extends CheckTest {
  SpfAllowsAllTest() {
    super(new SpfAllowsAll());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("-all"),
        passes("~all", mail(found(NAME, "TXT", "\"v=spf1 mx ~all\""))),
        passes("?all", mail(found(NAME, "TXT", "\"v=spf1 mx ?all\""))),
        passes("no all", mail(found(NAME, "TXT", "\"v=spf1 redirect=spf.supplier.test\""))),
        passes(
            "what stands after the first all is not read",
            mail(found(NAME, "TXT", "\"v=spf1 -all +all\""))),
        passes(
            "names that only begin or end like it",
            mail(found(NAME, "TXT", "\"v=spf1 a:all +allow include:all -all\""))),
        fails("+all", "mx +all", mail(found(NAME, "TXT", "\"v=spf1 mx +all\""))),
        fails("all without a sign", "mx all", mail(found(NAME, "TXT", "\"v=spf1 mx all\""))),
        fails("ALL", "mx ALL", mail(found(NAME, "TXT", "\"v=spf1 mx ALL\""))),
        doesNotApply(
            "two records, which are void",
            "exactly one",
            mail(found(NAME, "TXT", "\"v=spf1 +all\"", "\"v=spf1 -all\""))),
        doesNotApply("no record", "exactly one", mail(absent(NAME, "TXT"))),
        doesNotApply("a name that does not exist", "not exist", mail(nxdomain(NAME, "TXT"))),
        cannotTell("it could not be asked", "in time", mail(unasked(NAME, "TXT"))),
        cannotTellWithout(Topic.MAIL));
  }
}
