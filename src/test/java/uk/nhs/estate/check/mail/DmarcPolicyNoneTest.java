package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.DMARC;
import static uk.nhs.estate.sample.SoundDomain.mail;
import static uk.nhs.estate.sample.SoundDomain.parked;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class DmarcPolicyNoneTest extends CheckTest {
  DmarcPolicyNoneTest() {
    super(new DmarcPolicyNone());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("reject"),
        passes("quarantine", mail(found(DMARC, "TXT", "\"v=DMARC1; p=Quarantine\""))),
        passes("reject in test mode", mail(found(DMARC, "TXT", "\"v=DMARC1; p=reject; t=y\""))),
        fails("none", "p=none", mail(found(DMARC, "TXT", "\"v=DMARC1;p=none\""))),
        fails("no policy", "v=DMARC1", mail(found(DMARC, "TXT", "\"v=DMARC1; adkim=s\""))),
        fails(
            "quarantine in test mode",
            "t=y",
            mail(found(DMARC, "TXT", "\"v=DMARC1; p=quarantine; t=y\""))),
        fails(
            "a policy for subdomains that is none makes the record count as none",
            "sp=strict",
            mail(
                found(
                    DMARC, "TXT", "\"v=DMARC1; p=reject; sp=strict; rua=mailto:d@trust.nhs.uk\""))),
        doesNotApply(
            "a domain that is not used for mail is another rule",
            "takes no mail",
            parked(found(DMARC, "TXT", "\"v=DMARC1; p=none\""))),
        doesNotApply("no record", "no valid DMARC", mail(nxdomain(DMARC, "TXT"))),
        doesNotApply(
            "a record that receivers take no notice of",
            "no valid DMARC",
            mail(found(DMARC, "TXT", "\"v=DMARC1; p=nothing\""))),
        doesNotApply(
            "two records",
            "no valid DMARC",
            mail(found(DMARC, "TXT", "\"v=DMARC1; p=none\"", "\"v=DMARC1; p=none\""))),
        cannotTell("it could not be asked", "in time", mail(unasked(DMARC, "TXT"))),
        cannotTellWithout(Topic.MAIL));
  }
}
