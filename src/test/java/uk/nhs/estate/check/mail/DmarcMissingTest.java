package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.DMARC;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.mail;

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
        passes(
            "a record of the domain above",
            mail(nxdomain(DMARC, "TXT"), found("_dmarc.nhs.uk", "TXT", "\"v=DMARC1; p=none\""))),
        passes(
            "its own record when the walk could not be finished",
            mail(unasked("_dmarc.nhs.uk", "TXT"))),
        fails("no such name", "no TXT record at " + DMARC, mail(nxdomain(DMARC, "TXT"))),
        fails("no TXT record", "no TXT record at " + DMARC, mail(absent(DMARC, "TXT"))),
        fails("the names that were asked", "_dmarc.uk: no record", mail(absent(DMARC, "TXT"))),
        fails("another text", "no TXT record", mail(found(DMARC, "TXT", "\"v=spf1 -all\""))),
        fails(
            "a policy that is none, with nowhere to report to",
            "nowhere to report to",
            mail(found(DMARC, "TXT", "\"v=DMARC1; p=rejct\""))),
        doesNotApply(
            "two records, which have a rule of their own",
            "several",
            mail(found(DMARC, "TXT", "\"v=DMARC1; p=reject\"", "\"v=DMARC1; p=none\""))),
        doesNotApply(
            "a misspelt version, which has a rule of its own",
            "not recognised",
            mail(found(DMARC, "TXT", "\"v=dmarc1; p=reject\""))),
        doesNotApply(
            "a domain that is not used for mail, which has a rule of its own",
            "not used for mail",
            mail(
                nxdomain(DMARC, "TXT"), absent(NAME, "MX"), found(NAME, "TXT", "\"v=spf1 -all\""))),
        doesNotApply(
            "a domain that does not exist",
            "not exist",
            mail(nxdomain(NAME, "TXT"), nxdomain(DMARC, "TXT"))),
        cannotTell("it could not be asked", "in time", mail(unasked(DMARC, "TXT"))),
        cannotTell(
            "the domain above could not be asked",
            "in time",
            mail(nxdomain(DMARC, "TXT"), unasked("_dmarc.nhs.uk", "TXT"))),
        cannotTell(
            "whether the domain is used for mail could not be asked",
            "in time",
            mail(nxdomain(DMARC, "TXT"), unasked(NAME, "MX"))),
        cannotTell(
            "whether the domain exists could not be asked",
            "in time",
            mail(unasked(NAME, "TXT"), nxdomain(DMARC, "TXT"))),
        cannotTellWithout(Topic.MAIL));
  }
}
