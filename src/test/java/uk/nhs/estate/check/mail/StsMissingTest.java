package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.mail;
import static uk.nhs.estate.sample.SoundDomain.withPolicy;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.sample.SoundMailServer;

class StsMissingTest extends CheckTest {
  private static final String RECORD = "_mta-sts." + NAME;

  StsMissingTest() {
    super(new StsMissing());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a record"),
        passes("a record that cannot be read", mail(found(RECORD, "TXT", "\"v=STSv1\""))),
        passes("several", mail(found(RECORD, "TXT", "\"v=STSv1; id=1\"", "\"v=STSv1; id=2\""))),
        fails(
            "no such name",
            "no TXT record at " + RECORD,
            withPolicy(mail(nxdomain(RECORD, "TXT")), null)),
        fails(
            "another record",
            "no TXT record at " + RECORD,
            withPolicy(mail(found(RECORD, "TXT", "\"v=spf1 -all\"")), null)),
        fails(
            "a host for the policy that serves none",
            "no TXT record at " + RECORD,
            withPolicy(mail(absent(RECORD, "TXT")), SoundMailServer.policy("<html>"))),
        doesNotApply(
            "a policy that no record announces",
            "no record announces",
            mail(absent(RECORD, "TXT"))),
        cannotTell("the record could not be asked", "in time", mail(unasked(RECORD, "TXT"))),
        doesNotApply(
            "a domain that takes no mail",
            "takes no mail",
            mail(found(NAME, "MX", "0 ."), found(NAME, "TXT", "\"v=spf1 -all\""))),
        doesNotApply(
            "a domain that only sends",
            "no MX record names",
            mail(absent(NAME, "MX"), found(NAME, "TXT", "\"v=spf1 ip4:192.0.2.25 -all\""))),
        doesNotApply("a name that does not exist", "not exist", mail(nxdomain(NAME, "MX"))),
        cannotTell(
            "whether it takes mail could not be asked", "in time", mail(unasked(NAME, "MX"))),
        cannotTellWithout(Topic.MAIL));
  }
}
