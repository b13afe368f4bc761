package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.DMARC;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.mail;
import static uk.nhs.estate.sample.SoundDomain.parked;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class DmarcMissingTest extends CheckTest {
  DmarcMissingTest() {
    super(new DmarcMissing());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a record"),
        passes("a record without a policy", mail(found(DMARC, "TXT", "\"v=DMARC1\""))),
        passes(
            "a policy that is none, with an address to report to",
            mail(found(DMARC, "TXT", "\"v=DMARC1; p=monitor; rua=mailto:dmarc@trust.nhs.uk\""))),
        passes(
            "beside other records",
            mail(found(DMARC, "TXT", "\"verification\"", "\"v=DMARC1; p=none\""))),
        fails("no such name", "no TXT record at " + DMARC, mail(nxdomain(DMARC, "TXT"))),
        fails("no TXT record", "no TXT record at " + DMARC, mail(absent(DMARC, "TXT"))),
        fails(
            "another version",
            "no TXT record",
            mail(found(DMARC, "TXT", "\"v=dmarc1; p=reject\""))),
        fails(
            "two records",
            "2 records",
            mail(found(DMARC, "TXT", "\"v=DMARC1; p=reject\"", "\"v=DMARC1; p=none\""))),
        fails(
            "a policy that is none, with nowhere to report to",
            "nowhere to report to",
            mail(found(DMARC, "TXT", "\"v=DMARC1; p=rejct\""))),
        doesNotApply(
            "a domain that is not used for mail is another rule",
            "takes no mail",
            parked(nxdomain(DMARC, "TXT"))),
        doesNotApply(
            "a domain that does not exist",
            "not exist",
            mail(nxdomain(NAME, "TXT"), nxdomain(DMARC, "TXT"))),
        cannotTell("it could not be asked", "in time", mail(unasked(DMARC, "TXT"))),
        cannotTell(
            "whether the domain exists could not be asked",
            "in time",
            mail(unasked(NAME, "TXT"), nxdomain(DMARC, "TXT"))),
        cannotTellWithout(Topic.MAIL));
  }
}
