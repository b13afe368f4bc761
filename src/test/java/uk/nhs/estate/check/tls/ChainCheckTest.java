package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SoundSite.tls;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.sample.SoundTls;
import uk.nhs.estate.sample.SpoiltCertificate;

/// Tests a check of certificates, what is the same for all of them included.
abstract class ChainCheckTest extends CheckTest {
  ChainCheckTest(Check check) {
    super(check);
  }

  /// What it must get right beside that.
  abstract Stream<Example> own();

  @Override
  protected final Stream<Example> examples() {
    return Stream.concat(own(), common());
  }

  private Stream<Example> common() {
    return Stream.of(
        passes("a sound certificate"),
        doesNotApply("nobody listens", "nobody answers", tls(new TlsFacts.NobodyListens())),
        doesNotApply("clear text", "does not speak TLS", tls(new TlsFacts.NotTls("HTTP/1.1 400"))),
        cannotTell(
            "no handshake was completed",
            "protocol_version",
            tls(new TlsFacts.Failed(List.of("TLSv1.2"), "protocol_version"))),
        cannotTell(
            "an address was hidden",
            "no answer in time",
            SoundTls.facts(SoundTls.met(SoundTls.IPV4, its -> its), SoundTls.unmet())),
        cannotTellWithout(Topic.TLS));
  }

  /// The certificate cannot be read.
  static TlsFacts unreadable() {
    return tls(new TlsFacts.Completed("TLSv1.3", "S", null, List.of(new Part(new byte[] {1}))));
  }

  /// As it was kept before every address was looked at.
  static TlsFacts old(TlsFacts facts) {
    return new TlsFacts(facts.seenAt(), facts.endpoint(), facts.serverName(), facts.outcome());
  }

  /// A site whose every address shows this chain.
  static TlsFacts shows(X509Certificate... chain) {
    return tls(List.of(chain));
  }

  /// A site with a certificate that nothing but one thing is wrong with.
  static TlsFacts shows(SpoiltCertificate spoilt) {
    return sends(spoilt.sent(), SpoiltCertificate.authority().sent());
  }

  private static TlsFacts sends(Part... chain) {
    return tls(new TlsFacts.Completed("TLSv1.3", "TLS_AES_256_GCM_SHA384", "h2", List.of(chain)));
  }

  /// A site whose authority's certificate has something wrong with it.
  static TlsFacts below(SpoiltCertificate authority) {
    return sends(SpoiltCertificate.site(HOST).sent(), authority.sent());
  }

  /// A sound site, one address of which shows this chain in TLS 1.3 as well.
  static TlsFacts showsBeside(X509Certificate... chain) {
    return SoundTls.facts(
        SoundTls.met(SoundTls.IPV4, its -> its),
        SoundTls.met(
            SoundTls.IPV6,
            its ->
                SoundTls.chains(
                    its,
                    its.chains().getFirst(),
                    SoundTls.shown(HOST, TlsPosture.TLS_1_3, List.of(chain)))));
  }

  /// A sound site that shows this chain to who names no site.
  static TlsFacts showsToNobody(X509Certificate... chain) {
    return SoundTls.facts(
        its ->
            SoundTls.chains(
                its,
                its.chains().getFirst(),
                SoundTls.shown(null, TlsPosture.TLS_1_2, List.of(chain))));
  }
}
