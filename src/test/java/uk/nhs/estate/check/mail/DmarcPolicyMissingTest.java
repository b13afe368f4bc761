package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.DMARC;
import static uk.nhs.estate.sample.SoundDomain.dmarc;
import static uk.nhs.estate.sample.SoundDomain.mail;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class DmarcPolicyMissingTest extends CheckTest {
  DmarcPolicyMissingTest() {
    super(new DmarcPolicyMissing());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a policy"),
        passes("a policy that is none, which has a rule of its own", dmarc("v=DMARC1; p=block")),
        fails("no policy", "v=DMARC1; rua=", dmarc("v=DMARC1; rua=mailto:a@trust.nhs.uk")),
        fails("a policy for subdomains alone", "sp=reject", dmarc("v=DMARC1; sp=reject")),
        doesNotApply("no record of its own", "not exactly one", mail(nxdomain(DMARC, "TXT"))),
        doesNotApply(
            "several records",
            "not exactly one",
            mail(found(DMARC, "TXT", "\"v=DMARC1; p=none\"", "\"v=DMARC1; p=none\""))),
        cannotTell("it could not be asked", "in time", mail(unasked(DMARC, "TXT"))),
        cannotTellWithout(Topic.MAIL));
  }
}
