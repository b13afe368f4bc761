package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.absent;
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

class DmarcPolicyQuarantineTest extends CheckTest {
  DmarcPolicyQuarantineTest() {
    super(new DmarcPolicyQuarantine());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("reject"),
        passes("none, which has a rule of its own", dmarc("v=DMARC1; p=none")),
        fails("quarantine", "quarantine (p at " + DMARC, dmarc("v=DMARC1; p=quarantine")),
        fails(
            "the policy of a domain above",
            "quarantine (sp at _dmarc.nhs.uk)",
            mail(
                nxdomain(DMARC, "TXT"),
                found("_dmarc.nhs.uk", "TXT", "\"v=DMARC1; p=reject; sp=quarantine\""))),
        doesNotApply(
            "reject in test mode, which has a rule of its own",
            "tried out",
            dmarc("v=DMARC1; p=reject; t=y")),
        doesNotApply("no record", "no valid DMARC", mail(nxdomain(DMARC, "TXT"))),
        doesNotApply(
            "a domain that is not used for mail, which has a rule of its own",
            "not used for mail",
            dmarc(
                "v=DMARC1; p=quarantine",
                absent(NAME, "MX"),
                found(NAME, "TXT", "\"v=spf1 -all\""))),
        cannotTell(
            "whether it is used for mail could not be asked",
            "in time",
            dmarc("v=DMARC1; p=quarantine", unasked(NAME, "MX"))),
        doesNotApply(
            "a domain that does not exist",
            "not exist",
            mail(nxdomain(NAME, "TXT"), nxdomain(DMARC, "TXT"))),
        cannotTell("it could not be asked", "in time", mail(unasked(DMARC, "TXT"))),
        cannotTellWithout(Topic.MAIL));
  }
}
