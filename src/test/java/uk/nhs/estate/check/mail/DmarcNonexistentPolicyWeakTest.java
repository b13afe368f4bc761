package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.DMARC;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dmarc;
import static uk.nhs.estate.sample.SoundDomain.mail;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class DmarcNonexistentPolicyWeakTest extends CheckTest {
  DmarcNonexistentPolicyWeakTest() {
    super(new DmarcNonexistentPolicyWeak());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("the same policy for all"),
        passes("a stronger one", dmarc("v=DMARC1; p=none; np=reject")),
        passes("as weak as for subdomains", dmarc("v=DMARC1; p=reject; sp=none")),
        fails(
            "a weaker one",
            "for names that do not none (np at " + DMARC,
            dmarc("v=DMARC1; p=reject; np=none")),
        fails(
            "one weaker than for subdomains",
            "quarantine (np",
            dmarc("v=DMARC1; p=none; sp=reject; np=quarantine")),
        doesNotApply("no record", "no valid DMARC", mail(nxdomain(DMARC, "TXT"))),
        doesNotApply(
            "a domain that does not exist",
            "not exist",
            mail(nxdomain(NAME, "TXT"), nxdomain(DMARC, "TXT"))),
        cannotTell("it could not be asked", "in time", mail(unasked(DMARC, "TXT"))),
        cannotTell(
            "a name of the walk could not be asked",
            "in time",
            dmarc("v=DMARC1; p=reject; np=none", unasked("_dmarc.uk", "TXT"))),
        cannotTellWithout(Topic.MAIL));
  }
}
