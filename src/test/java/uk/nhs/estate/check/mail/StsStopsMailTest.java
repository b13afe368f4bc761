package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.MAIL;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.mail;
import static uk.nhs.estate.sample.SoundDomain.withPolicy;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.observation.mail.Sts;
import uk.nhs.estate.sample.SoundMailServer;
import uk.nhs.estate.sample.Visits;

class StsStopsMailTest extends CheckTest {
  private static final String RECORD = "_mta-sts." + NAME;

  StsStopsMailTest() {
    super(new StsStopsMail());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("every server is allowed"),
        passes("every server is allowed by its name", policy("enforce", MAIL, "backup.b.test")),
        passes("one of two servers is allowed", policy("enforce", "backup.b.test")),
        passes("allowed by a star", policy("enforce", "*.b.test")),
        fails(
            "no server is allowed",
            "the mail servers are mail.trust.nhs.uk, backup.b.test; the policy allows only c.test",
            policy("enforce", "c.test")),
        fails(
            "a star for two labels",
            "allows only *.nhs.uk",
            policy("enforce", "*.nhs.uk", "b.test")),
        doesNotApply("in test", "not enforced", policy("testing", "c.test")),
        doesNotApply("taken back", "not enforced", policy("none", "c.test")),
        doesNotApply(
            "no valid policy",
            "no valid MTA-STS policy",
            withPolicy(mail(), Visits.answered(Visits.hop(Sts.url(NAME), 404)))),
        doesNotApply("no record", "no valid record", mail(absent(RECORD, "TXT"))),
        doesNotApply(
            "a record that cannot be read",
            "no valid record",
            mail(found(RECORD, "TXT", "\"v=STSv1\""))),
        cannotTell("the record could not be asked", "in time", mail(unasked(RECORD, "TXT"))),
        cannotTell("nobody went there", "nobody asked", withPolicy(mail(), null)),
        cannotTell(
            "it did not answer in time",
            "in time",
            withPolicy(mail(), Visits.obstructed(Sts.url(NAME)))),
        cannotTell(
            "a guard stands before it",
            "HTTP status 403",
            withPolicy(mail(), Visits.answered(Visits.hop(Sts.url(NAME), 403)))),
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

  private static MailFacts policy(String mode, String... patterns) {
    return withPolicy(
        mail(found(NAME, "MX", "10 mail.trust.nhs.uk.", "20 Backup.b.test.")),
        SoundMailServer.policy(
            "version: STSv1\nmode: %s\nmax_age: 1209600\nmx: %s"
                .formatted(mode, String.join("\nmx: ", patterns)),
            "Content-Type: text/plain"));
  }
}
