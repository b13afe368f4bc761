package uk.nhs.estate.observation.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.observation.certificate.Draft.HOST;
import static uk.nhs.estate.observation.certificate.Draft.NOW;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import uk.nhs.estate.register.KnownLogs;

/// Whatever is sent as a certificate, it is read or it is not, and it never trusts itself.
class CertificateFuzzTest {
  private static final Draft.Made ROOT = Draft.root("Root").made();
  private static final Draft.Made SITE = ROOT.site().made();
  private static final Anchors ANCHORS = Anchors.of(List.of(ROOT.certificate()));
  private static final KnownLogs LOGS = KnownLogs.of(List.of());

  @FuzzTest
  void survivesAnything(byte[] octets) {
    check(octets);
    var some = new Octets(octets);
    assertThat(OcspResponse.judge(some, SITE.certificate(), List.of(ROOT.certificate()), NOW))
        .isNotNull();
    Timestamp.readList(some)
        .ifPresent(list -> list.forEach(one -> one.verify(SITE.certificate(), LOGS)));
  }

  /// No octet can be changed without breaking the certificate or its signature.
  @Property(tries = 500)
  void noOctetOfACertificateCanBeChanged(
      @ForAll @IntRange(min = 0, max = 2_000) int place, @ForAll @IntRange(min = 1, max = 255) int change) {
    var octets = SITE.certificate().der().bytes();
    octets[place % octets.length] ^= (byte) change;

    assertThat(check(octets)).isFalse();
  }

  @Property(tries = 300)
  void noCertificateCanBeCut(@ForAll @IntRange(min = 0, max = 2_000) int length) {
    var octets = SITE.certificate().der().bytes();

    assertThat(Sent.read(new Octets(octets, 0, length % octets.length).bytes()))
        .isInstanceOf(Unreadable.class);
  }

  /// Whether it holds.
  private static boolean check(byte[] octets) {
    return switch (Sent.read(octets)) {
      case Unreadable(var fingerprint, var why) -> {
        assertThat(fingerprint).hasSize(64);
        assertThat(why).isNotBlank();
        yield false;
      }
      case Certificate certificate -> {
        assertThat(certificate.toString()).isNotEmpty();
        assertThat(certificate.names()).hasSizeLessThanOrEqualTo(Certificate.MOST_NAMES);
        certificate.names().forEach(name -> assertThat(name.text()).isNotNull());
        Names.match(certificate, PeerName.of(HOST));
        var chain = Chain.ofServer(certificate, List.of(certificate), ANCHORS, NOW);
        yield chain.judge() instanceof ChainJudgement.Holds;
      }
    };
  }
}
