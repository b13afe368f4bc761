package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.secure;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.Lookups.with;
import static uk.nhs.estate.sample.SoundDomain.MAIL;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.mail;
import static uk.nhs.estate.sample.SoundDomain.withServers;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.MailServerFacts;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.sample.SoundMailServer;

class DaneTlsaMismatchTest extends CheckTest {
  private static final String TLSA = "_25._tcp." + MAIL;
  private static final String DIGEST = "00".repeat(32);
  private static final Security INSECURE = new Security.Insecure("nhs.uk denies a DS record");

  DaneTlsaMismatchTest() {
    super(new DaneTlsaMismatch());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("the key of the server"),
        passes(
            "beside that of the next one",
            mail(secure(found(TLSA, "TLSA", "3 1 1 " + DIGEST, SoundMailServer.TLSA)))),
        passes(
            "a server that was met long before", withServers(mail(), metAt(Duration.ofHours(20)))),
        fails(
            "the key of another server",
            new Verdict.Fail(MAIL, "TLSA 3 1 1 0000000000000000…; it shows 3 1 1 "),
            mismatch()),
        fails(
            "met an hour before",
            new Verdict.Fail(MAIL, "TLSA 3 1 1 0000"),
            withServers(mismatch(), metAt(Duration.ofHours(1)))),
        fails(
            "an authority that is not in the chain",
            new Verdict.Fail(MAIL, "TLSA 2 1 1 0000"),
            mail(secure(found(TLSA, "TLSA", "2 1 1 " + DIGEST)))),
        fails(
            "one of two servers, while the other was not met",
            new Verdict.Fail(List.of(new Fault(MAIL, "TLSA 3 1 1")), List.of("b.test")),
            mail(
                found(NAME, "MX", "10 " + MAIL + ".", "20 b.test."),
                secure(found(TLSA, "TLSA", "3 1 1 " + DIGEST)),
                secure(found("b.test", "A", "192.0.2.1")),
                secure(absent("b.test", "AAAA")),
                secure(found("_25._tcp.b.test", "TLSA", "3 1 1 " + DIGEST)))),
        doesNotApply("no TLSA record", "none of its", mail(secure(nxdomain(TLSA, "TLSA")))),
        doesNotApply(
            "none that senders can use",
            "none of its",
            mail(secure(found(TLSA, "TLSA", "1 1 1 " + DIGEST)))),
        doesNotApply(
            "records that are not signed",
            "none of its",
            mail(with(found(TLSA, "TLSA", "3 1 1 " + DIGEST), INSECURE))),
        cannotTell(
            "met more than an hour before",
            "too long before",
            withServers(mismatch(), metAt(Duration.ofMinutes(61)))),
        cannotTell(
            "an authority that the server need not send",
            "need not send",
            mail(secure(found(TLSA, "TLSA", "2 1 0 00")))),
        cannotTell(
            "it was not met", "no TLS handshake", withServers(mail(), SoundMailServer.unmet(MAIL))),
        cannotTell("nobody tried", "nobody met it", withServers(mail())),
        cannotTell("it offers no TLS", "no TLS handshake", withServers(mail(), shown(null))),
        cannotTell(
            "its certificate cannot be read",
            "cannot be read",
            withServers(
                mail(),
                shown(
                    new TlsFacts.Completed("TLSv1.3", "X", null, List.of(new Part(new byte[1])))))),
        cannotTell("it could not be asked", MAIL + ": no name server", mail(unasked(TLSA, "TLSA"))),
        cannotTell(
            "nobody validated it",
            "nobody validated",
            mail(found(TLSA, "TLSA", "3 1 1 " + DIGEST))),
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

  private static MailFacts mismatch() {
    return mail(secure(found(TLSA, "TLSA", "3 1 1 " + DIGEST)));
  }

  private static MailServerFacts metAt(Duration before) {
    var met = SoundMailServer.met(MAIL);
    return new MailServerFacts(MAIL, met.seenAt().minus(before), met.meeting());
  }

  private static MailServerFacts shown(TlsFacts.@Nullable Outcome tls) {
    return SoundMailServer.met(MAIL, met -> SoundMailServer.withTls(met, tls));
  }
}
