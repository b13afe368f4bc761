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
import uk.nhs.estate.observation.mail.Sts;
import uk.nhs.estate.sample.SoundMailServer;
import uk.nhs.estate.sample.Visits;

class StsRecordMissingTest extends CheckTest {
  private static final String RECORD = "_mta-sts." + NAME;

  StsRecordMissingTest() {
    super(new StsRecordMissing());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a record"),
        passes("a record that cannot be read", mail(found(RECORD, "TXT", "\"v=STSv1\""))),
        fails("a policy alone", Sts.url(NAME), mail(absent(RECORD, "TXT"))),
        doesNotApply(
            "a host that serves something else",
            "neither",
            withPolicy(mail(absent(RECORD, "TXT")), SoundMailServer.policy("<html>"))),
        doesNotApply(
            "a host that nobody listens at",
            "neither",
            withPolicy(mail(absent(RECORD, "TXT")), Visits.nobodyListens(Sts.url(NAME)))),
        doesNotApply(
            "no host",
            "neither",
            withPolicy(mail(absent(RECORD, "TXT"), nxdomain("mta-sts." + NAME, "A")), null)),
        cannotTell(
            "a host that nobody visited",
            "nobody asked",
            withPolicy(mail(absent(RECORD, "TXT")), null)),
        cannotTell(
            "whether there is a host could not be asked",
            "in time",
            withPolicy(mail(absent(RECORD, "TXT"), unasked("mta-sts." + NAME, "A")), null)),
        cannotTell(
            "the host did not answer in time",
            "in time",
            withPolicy(mail(absent(RECORD, "TXT")), Visits.obstructed(Sts.url(NAME)))),
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
