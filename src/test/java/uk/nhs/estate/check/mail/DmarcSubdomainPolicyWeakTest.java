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

class DmarcSubdomainPolicyWeakTest extends CheckTest {
  DmarcSubdomainPolicyWeakTest() {
    super(new DmarcSubdomainPolicyWeak());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("the same policy for all"),
        passes("a stronger one", dmarc("v=DMARC1; p=quarantine; sp=reject")),
        fails(
            "a weaker one",
            "for its subdomains none (sp at " + DMARC,
            dmarc("v=DMARC1; p=quarantine; sp=none")),
        fails("a step weaker", "quarantine (sp", dmarc("v=DMARC1; p=reject; sp=quarantine")),
        fails(
            "a weaker one of a domain above, which counts instead of its own",
            "none (p at _dmarc.nhs.uk)",
            dmarc(
                "v=DMARC1; p=reject; sp=reject",
                found("_dmarc.nhs.uk", "TXT", "\"v=DMARC1; p=none\""))),
        passes(
            "its own, when it says that it is no public suffix",
            dmarc(
                "v=DMARC1; p=reject; psd=n",
                found("_dmarc.nhs.uk", "TXT", "\"v=DMARC1; p=none\""))),
        doesNotApply("no policy to be weaker than", "is none", dmarc("v=DMARC1; p=none; sp=none")),
        doesNotApply("no record", "no valid DMARC", mail(nxdomain(DMARC, "TXT"))),
        doesNotApply(
            "a domain that does not exist",
            "not exist",
            mail(nxdomain(NAME, "TXT"), nxdomain(DMARC, "TXT"))),
        cannotTell("it could not be asked", "in time", mail(unasked(DMARC, "TXT"))),
        cannotTell(
            "a name of the walk could not be asked",
            "in time",
            dmarc("v=DMARC1; p=reject", unasked("_dmarc.uk", "TXT"))),
        cannotTellWithout(Topic.MAIL));
  }
}
