package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.DMARC;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.mail;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class DmarcMisplacedTest extends CheckTest {
  DmarcMisplacedTest() {
    super(new DmarcMisplaced());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a record in its place"),
        passes(
            "one at the domain beside one in its place",
            mail(found(NAME, "TXT", "\"v=spf1 -all\"", "\"v=DMARC1; p=none\""))),
        passes("no record anywhere", mail(nxdomain(DMARC, "TXT"))),
        fails(
            "one at the domain alone",
            "v=DMARC1; p=none",
            mail(
                found(NAME, "TXT", "\"v=spf1 -all\"", "\"v=DMARC1; p=none\""),
                nxdomain(DMARC, "TXT"))),
        doesNotApply(
            "a domain that does not exist",
            "not exist",
            mail(nxdomain(NAME, "TXT"), nxdomain(DMARC, "TXT"))),
        cannotTell("the domain could not be asked", "in time", mail(unasked(NAME, "TXT"))),
        cannotTell(
            "its place could not be asked",
            "in time",
            mail(found(NAME, "TXT", "\"v=DMARC1; p=none\""), unasked(DMARC, "TXT"))),
        cannotTellWithout(Topic.MAIL));
  }
}
