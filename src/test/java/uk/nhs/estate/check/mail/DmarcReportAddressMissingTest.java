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

class DmarcReportAddressMissingTest extends CheckTest {
  DmarcReportAddressMissingTest() {
    super(new DmarcReportAddressMissing());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("an address"),
        passes("a broken one, which has a rule of its own", dmarc("v=DMARC1; p=none; rua=")),
        fails("no address", "v=DMARC1; p=reject", dmarc("v=DMARC1; p=reject")),
        fails(
            "one for single messages",
            "ruf=",
            dmarc("v=DMARC1; p=none; ruf=mailto:a@trust.nhs.uk")),
        fails(
            "a domain without mail that does not have it refused",
            "p=quarantine",
            dmarc(
                "v=DMARC1; p=quarantine",
                absent(NAME, "MX"),
                found(NAME, "TXT", "\"v=spf1 -all\""))),
        doesNotApply(
            "a domain without mail that has it refused",
            "not used for mail",
            dmarc("v=DMARC1; p=reject", absent(NAME, "MX"), found(NAME, "TXT", "\"v=spf1 -all\""))),
        doesNotApply("no record of its own", "not exactly one", mail(nxdomain(DMARC, "TXT"))),
        doesNotApply(
            "several records",
            "not exactly one",
            mail(found(DMARC, "TXT", "\"v=DMARC1; p=none\"", "\"v=DMARC1; p=none\""))),
        cannotTell("it could not be asked", "in time", mail(unasked(DMARC, "TXT"))),
        cannotTellWithout(Topic.MAIL));
  }
}
