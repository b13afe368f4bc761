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

class SpfMissingTest extends CheckTest {
  SpfMissingTest() {
    super(new SpfMissing());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a record among others"),
        passes("a record in pieces", mail(found(NAME, "TXT", "\"v=sp\" \"f1 -all\""))),
        passes("a record in capitals", mail(found(NAME, "TXT", "\"V=SPF1 -ALL\""))),
        passes("a record that says nothing else", mail(found(NAME, "TXT", "\"v=spf1\""))),
        fails("no TXT record", "none of 0", mail(absent(NAME, "TXT"))),
        fails(
            "other TXT records",
            "none of 1 TXT records",
            mail(found(NAME, "TXT", "\"site-verification=123\""))),
        doesNotApply(
            "a record that is misspelt is another rule",
            "not recognised as SPF",
            mail(found(NAME, "TXT", "\" v=spf1 -all\""))),
        doesNotApply(
            "a domain that is not used for mail is another rule",
            "not used for mail",
            mail(absent(NAME, "MX"), absent(NAME, "TXT"))),
        cannotTell(
            "whether it is used for mail could not be asked",
            "in time",
            mail(unasked(NAME, "MX"), absent(NAME, "TXT"))),
        doesNotApply("a name that does not exist", "not exist", mail(nxdomain(NAME, "TXT"))),
        cannotTell("it could not be asked", "in time", mail(unasked(NAME, "TXT"))),
        cannotTellWithout(Topic.MAIL));
  }
}
