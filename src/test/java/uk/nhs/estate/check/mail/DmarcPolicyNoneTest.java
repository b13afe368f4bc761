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

class DmarcPolicyNoneTest extends CheckTest {
  DmarcPolicyNoneTest() {
    super(new DmarcPolicyNone());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("reject"),
        passes("quarantine", dmarc("v=DMARC1; p=Quarantine")),
        passes("reject in test mode", dmarc("v=DMARC1; p=reject; t=y")),
        passes(
            "the policy of a domain above",
            mail(
                nxdomain(DMARC, "TXT"),
                found("_dmarc.nhs.uk", "TXT", "\"v=DMARC1; p=none; sp=quarantine\""))),
        passes(
            "its own when the walk could not be finished", mail(unasked("_dmarc.nhs.uk", "TXT"))),
        fails("none", "p=none", dmarc("v=DMARC1;p=none")),
        fails("quarantine in test mode", "t=y", dmarc("v=DMARC1; p=quarantine; t=y")),
        fails(
            "a policy for subdomains that is none makes the record count as none",
            "sp=strict",
            dmarc("v=DMARC1; p=reject; sp=strict; rua=mailto:d@trust.nhs.uk")),
        fails(
            "the policy of a domain above that does nothing",
            "none (sp at _dmarc.nhs.uk)",
            mail(
                nxdomain(DMARC, "TXT"),
                found("_dmarc.nhs.uk", "TXT", "\"v=DMARC1; p=reject; sp=none\""))),
        doesNotApply("no policy, which has a rule of its own", "no policy", dmarc("v=DMARC1")),
        doesNotApply("no record", "no valid DMARC", mail(nxdomain(DMARC, "TXT"))),
        doesNotApply(
            "a record that receivers take no notice of",
            "no valid DMARC",
            dmarc("v=DMARC1; p=nothing")),
        doesNotApply(
            "two records",
            "no valid DMARC",
            mail(found(DMARC, "TXT", "\"v=DMARC1; p=none\"", "\"v=DMARC1; p=none\""))),
        doesNotApply(
            "a domain that is not used for mail, which has a rule of its own",
            "not used for mail",
            dmarc("v=DMARC1; p=none", absent(NAME, "MX"), found(NAME, "TXT", "\"v=spf1 -all\""))),
        cannotTell(
            "whether it is used for mail could not be asked",
            "in time",
            dmarc("v=DMARC1; p=none", unasked(NAME, "MX"))),
        doesNotApply(
            "a domain that does not exist",
            "not exist",
            mail(nxdomain(NAME, "TXT"), nxdomain(DMARC, "TXT"))),
        cannotTell("it could not be asked", "in time", mail(unasked(DMARC, "TXT"))),
        cannotTellWithout(Topic.MAIL));
  }
}
