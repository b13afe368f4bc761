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

class DmarcSeveralTest extends CheckTest {
  DmarcSeveralTest() {
    super(new DmarcSeveral());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("one record"),
        passes(
            "one beside a text that is none",
            mail(found(DMARC, "TXT", "\"v=DMARC1; p=none\"", "\"v=dmarc1; p=none\""))),
        fails(
            "two records",
            "v=DMARC1; p=none\nv=DMARC1; p=reject",
            mail(found(DMARC, "TXT", "\"v=DMARC1; p=none\"", "\"v=DMARC1; p=reject\""))),
        doesNotApply("no record", "no DMARC record", mail(nxdomain(DMARC, "TXT"))),
        doesNotApply(
            "a domain that does not exist",
            "not exist",
            mail(nxdomain(NAME, "TXT"), nxdomain(DMARC, "TXT"))),
        cannotTell("it could not be asked", "in time", mail(unasked(DMARC, "TXT"))),
        cannotTellWithout(Topic.MAIL));
  }
}
