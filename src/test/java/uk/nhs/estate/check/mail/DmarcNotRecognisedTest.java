package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.DMARC;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dmarc;
import static uk.nhs.estate.sample.SoundDomain.mail;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class DmarcNotRecognisedTest extends CheckTest {
  DmarcNotRecognisedTest() {
    super(new DmarcNotRecognised());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a record"),
        passes("no record", mail(nxdomain(DMARC, "TXT"))),
        passes("another text", mail(found(DMARC, "TXT", "\"v=spf1 -all\""))),
        passes("spaces where the grammar has them", dmarc("v = DMARC1 ; p=reject")),
        passes(
            "a misspelt text beside a record",
            mail(found(DMARC, "TXT", "\"v=DMARC; p=none\"", "\"v=DMARC1; p=none\""))),
        fails("small letters", "not in capitals: v=dmarc1", dmarc("v=dmarc1; p=reject")),
        fails("no semicolon", "no semicolon", dmarc("v=DMARC1 p=reject")),
        fails("no version", "not begin with v=DMARC1", dmarc("p=reject; sp=reject")),
        fails(
            "two of them",
            "; no semicolon",
            mail(found(DMARC, "TXT", "\"v=dmarc1; p=none\"", "\"v=DMARC1 p=none\""))),
        doesNotApply(
            "a domain that does not exist",
            "not exist",
            mail(nxdomain(NAME, "TXT"), nxdomain(DMARC, "TXT"))),
        cannotTell("it could not be asked", "in time", mail(unasked(DMARC, "TXT"))),
        cannotTellWithout(Topic.MAIL));
  }
}
