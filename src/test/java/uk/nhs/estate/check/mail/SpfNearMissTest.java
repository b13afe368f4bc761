package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.mail;
import static uk.nhs.estate.sample.SoundDomain.parked;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class SpfNearMissTest extends CheckTest {
  SpfNearMissTest() {
    super(new SpfNearMiss());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("an SPF record"),
        passes(
            "beside an SPF record",
            mail(found(NAME, "TXT", "\"v=spf1 -all\"", "\"v=spf10 mx -all\""))),
        passes(
            "nothing that looks like one is another rule",
            mail(found(NAME, "TXT", "\"site-verification=1\""))),
        fails(
            "another version", "v=spf10 mx -all", mail(found(NAME, "TXT", "\"v=spf10 mx -all\""))),
        fails(
            "a space before it",
            " v=spf1 mx -all",
            mail(found(NAME, "TXT", "\" v=spf1 mx -all\""))),
        fails(
            "semicolons in place of spaces",
            "v=spf1;mx;-all",
            mail(found(NAME, "TXT", "\"v=spf1;mx;-all\""))),
        doesNotApply(
            "a domain that is not used for mail is another rule",
            "takes no mail",
            parked(found(NAME, "TXT", "\"v=spf1;-all\""))),
        doesNotApply("a name that does not exist", "not exist", mail(nxdomain(NAME, "TXT"))),
        cannotTell("it could not be asked", "in time", mail(unasked(NAME, "TXT"))),
        cannotTellWithout(Topic.MAIL));
  }
}
