package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.mail;
import static uk.nhs.estate.sample.SoundDomain.withPolicy;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.observation.mail.Sts;
import uk.nhs.estate.sample.SoundMailServer;
import uk.nhs.estate.sample.Visits;

class StsPolicyUnavailableTest extends CheckTest {
  private static final String RECORD = "_mta-sts." + NAME;

  StsPolicyUnavailableTest() {
    super(new StsPolicyUnavailable());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a policy"),
        passes("a text that is none", policy("<html>")),
        fails(
            "status 404",
            Sts.url(NAME) + ": HTTP status 404",
            withPolicy(mail(), Visits.answered(Visits.hop(Sts.url(NAME), 404)))),
        fails(
            "a redirect",
            "HTTP status 302, a redirect to https://www.trust.nhs.uk/",
            withPolicy(
                mail(),
                Visits.endless(
                    Visits.hop(Sts.url(NAME), 302, "Location: https://www.trust.nhs.uk/")))),
        fails(
            "nobody who listens",
            "nobody answers",
            withPolicy(mail(), Visits.nobodyListens(Sts.url(NAME)))),
        fails("a host without an address", "no address", hidden(Kind.NO_ADDRESS)),
        fails("a server that refuses to talk TLS", "refuses", hidden(Kind.HANDSHAKE_REFUSED)),
        doesNotApply(
            "a certificate that proves nothing",
            "do not believe",
            hidden(Kind.CERTIFICATE_REFUSED)),
        cannotTell("the connection was cut off", "cut off", hidden(Kind.CONNECTION_RESET)),
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

  private static MailFacts policy(String text) {
    return withPolicy(mail(), SoundMailServer.policy(text, "Content-Type: text/plain"));
  }

  private static MailFacts hidden(Kind kind) {
    return withPolicy(
        mail(),
        new Visit(
            Sts.url(NAME), List.of(), new Visit.Obstructed(new Obstacle(kind, "detail")), null));
  }
}
