package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.MAIL;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.SEEN;
import static uk.nhs.estate.sample.SoundDomain.mail;
import static uk.nhs.estate.sample.SoundDomain.withPolicy;
import static uk.nhs.estate.sample.SoundDomain.withServers;
import static uk.nhs.estate.sample.SoundMailServer.hello;
import static uk.nhs.estate.sample.SoundMailServer.tls;
import static uk.nhs.estate.sample.SoundMailServer.untilClearText;
import static uk.nhs.estate.sample.SoundMailServer.withTls;
import static uk.nhs.estate.sample.SoundMailServer.withoutTls;
import static uk.nhs.estate.sample.SoundSite.ANCHORS;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.MailServerFacts.Met;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.observation.certificate.Anchors;
import uk.nhs.estate.practice.CertificateOrder;
import uk.nhs.estate.practice.CertificateOrder.Chain;
import uk.nhs.estate.sample.Lookups;
import uk.nhs.estate.sample.SoundDomain;
import uk.nhs.estate.sample.SoundMailServer;

class StsMailServerRefusedTest extends SmtpCheckTest {
  private static final Obstacle SILENT = new Obstacle(Obstacle.Kind.TIMED_OUT);

  StsMailServerRefusedTest() {
    super(new StsMailServerRefused(Anchors.ofPlatform(ANCHORS)));
  }

  @Override
  Stream<Example> servers() {
    return Stream.of(
        fails("expired", said("its certificate: valid from"), server(fault())),
        passes("the last second", server(met -> withTls(met, tls(order -> order.until(SEEN))))),
        fails(
            "another name",
            said("its certificate: for other.test"),
            server(met -> withTls(met, tls(_ -> CertificateOrder.of(SEEN, "other.test"))))),
        fails(
            "self-signed",
            said("its certificate: it is self-signed"),
            server(met -> withTls(met, tls(order -> order.chain(Chain.SELF_SIGNED))))),
        fails(
            "no STARTTLS",
            said("it does not offer STARTTLS"),
            server(met -> untilClearText(met, hello()))),
        fails(
            "STARTTLS that does not work",
            said("offered TLSv1.3: protocol_version"),
            server(
                met -> withTls(met, new TlsFacts.Failed(List.of("TLSv1.3"), "protocol_version")))),
        doesNotApply(
            "a domain that takes no mail, whatever could not be asked",
            "takes no mail",
            SoundDomain.parked(Lookups.unasked("_mta-sts." + SoundDomain.NAME, "TXT"))),
        cannotTell("the handshake was hidden", "in time", server(met -> withoutTls(met, SILENT))),
        cannotTell("nobody listens", "nobody answers", server(REFUSED)),
        doesNotApply("a policy on trial", "does not enforce", faultyUnder("testing", MAIL)),
        doesNotApply("a policy taken back", "does not enforce", faultyUnder("none", MAIL)),
        passes("a server that it does not allow", faultyUnder("enforce", "other.test")),
        fails("a server that it allows by a star", said(""), faultyUnder("enforce", "*." + NAME)),
        doesNotApply(
            "no announcement",
            "no MTA-STS policy",
            withServers(mail(absent("_mta-sts." + NAME, "TXT")), faulty(MAIL))),
        cannotTell(
            "the announcement could not be asked",
            "in time",
            withServers(mail(unasked("_mta-sts." + NAME, "TXT")), faulty(MAIL))),
        cannotTell(
            "the policy could not be fetched",
            "in time",
            withPolicy(
                withServers(mail(), faulty(MAIL)),
                new Visit("https://x.test/", List.of(), new Visit.Obstructed(SILENT), null))),
        doesNotApply(
            "a policy that says nothing",
            "no MTA-STS policy",
            withPolicy(
                withServers(mail(), faulty(MAIL)),
                SoundMailServer.policy("nonsense", "Content-Type: text/plain"))));
  }

  @Override
  UnaryOperator<Met> fault() {
    return met -> withTls(met, tls(order -> order.until(SEEN.minusSeconds(1))));
  }

  private MailFacts faultyUnder(String mode, String allowed) {
    return withPolicy(
        withServers(mail(), faulty(MAIL)),
        SoundMailServer.policy(
            "version: STSv1\nmode: %s\nmx: %s\nmax_age: 86400\n".formatted(mode, allowed),
            "Content-Type: text/plain"));
  }

  private static Verdict.Fail said(String evidence) {
    return new Verdict.Fail(MAIL, evidence);
  }
}
