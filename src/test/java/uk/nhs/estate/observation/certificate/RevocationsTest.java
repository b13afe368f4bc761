package uk.nhs.estate.observation.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.observation.certificate.Draft.NOW;
import static uk.nhs.estate.observation.certificate.Draft.chain;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.observation.certificate.Draft.Made;

class RevocationsTest {
  private static final Made ROOT = Draft.root("Root").made();
  private static final Made ISSUING = ROOT.authority("Issuing").made();
  private static final Made SITE = ISSUING.site().made();
  private static final Duration DAY = Duration.ofDays(1);

  /// A list that an authority signed, to be spoilt.
  private static final class Listed {
    private final Made by;
    private final X509v2CRLBuilder list;

    Listed(Made by) {
      this(by, NOW.minus(DAY), NOW.plus(DAY));
    }

    Listed(Made by, Instant from, Instant until) {
      this.by = by;
      this.list = new X509v2CRLBuilder(by.subject(), Date.from(from));
      list.setNextUpdate(Date.from(until));
    }

    Listed revoked(Made certificate) {
      list.addCRLEntry(
          certificate.certificate().serial(), Date.from(NOW.minus(DAY)), CRLReason.keyCompromise);
      return this;
    }

    Listed with(String id, boolean critical, ASN1Encodable value) throws IOException {
      list.addExtension(new ASN1ObjectIdentifier(id), critical, value);
      return this;
    }

    Listed sound() throws IOException, GeneralSecurityException {
      return identified().with("2.5.29.20", false, new CRLNumber(BigInteger.ONE));
    }

    Listed identified() throws IOException, GeneralSecurityException {
      return with(
          Extension.AUTHORITY_KEY_IDENTIFIER,
          false,
          new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(by.keys().getPublic()));
    }

    Octets signed() throws IOException, OperatorCreationException {
      return new Octets(
          list.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by.keys().getPrivate()))
              .getEncoded());
    }
  }

  @Test
  void findsWhatWasRevoked() throws Exception {
    assertThat(judge(new Listed(ISSUING).sound().revoked(SITE).signed())).isEqualTo("REVOKED");
    assertThat(judge(new Listed(ISSUING).sound().signed())).isEqualTo("HOLDS");
    assertThat(judge(new Listed(ROOT).sound().revoked(ISSUING).signed())).isEqualTo("REVOKED");
    assertThat(
            judge(
                new Listed(ISSUING).sound().signed(),
                new Listed(ROOT).sound().revoked(ISSUING).signed()))
        .isEqualTo("REVOKED");
  }

  @Test
  void aListOfAnotherAuthoritySaysNothing() throws Exception {
    assertThat(judge(new Listed(ROOT).sound().revoked(SITE).signed())).isEqualTo("HOLDS");
  }

  @Test
  void doesNotRelyOnAListThatIsNone() throws Exception {
    var sound = new Listed(ISSUING).sound().signed().bytes();
    sound[sound.length - 1] ^= 1;
    assertThat(judge(new Octets(sound))).isEqualTo("REVOCATION_UNCLEAR");
    assertThat(judge(new Octets(Arrays.copyOf(sound, 100)))).isEqualTo("REVOCATION_UNCLEAR");
    assertThat(judge(new Listed(ISSUING).identified().signed())).isEqualTo("REVOCATION_UNCLEAR");
    assertThat(
            judge(
                new Listed(ISSUING)
                    .identified()
                    .with("2.5.29.20", true, new CRLNumber(BigInteger.ONE))
                    .signed()))
        .isEqualTo("REVOCATION_UNCLEAR");
    assertThat(
            judge(new Listed(ISSUING).sound().with("1.2.3.4", true, new ASN1Integer(1)).signed()))
        .isEqualTo("REVOCATION_UNCLEAR");
    var impostor = new Made(ISSUING.certificate(), ISSUING.subject(), ROOT.keys());
    assertThat(judge(new Listed(impostor).sound().signed())).isEqualTo("REVOCATION_UNCLEAR");
  }

  @Test
  void aListIsOfItsTime() throws Exception {
    assertThat(judge(new Listed(ISSUING, NOW.minus(DAY), NOW).sound().signed())).isEqualTo("HOLDS");
    assertThat(judge(new Listed(ISSUING, NOW.minus(DAY), NOW.minusSeconds(1)).sound().signed()))
        .isEqualTo("REVOCATION_UNCLEAR");
    assertThat(judge(new Listed(ISSUING, NOW.plusSeconds(1), NOW.plus(DAY)).sound().signed()))
        .isEqualTo("REVOCATION_UNCLEAR");
  }

  @Test
  void aListMayBeOfSomeCertificatesOnly() throws Exception {
    assertThat(judge(scoped(true, false).revoked(SITE).signed())).isEqualTo("REVOKED");
    assertThat(judge(scoped(false, true).revoked(SITE).signed())).isEqualTo("HOLDS");
  }

  private static Listed scoped(boolean sites, boolean authorities) throws Exception {
    return new Listed(ISSUING)
        .sound()
        .with(
            "2.5.29.28",
            true,
            new IssuingDistributionPoint(null, sites, authorities, null, false, false));
  }

  @Test
  void whoMayNotSignListsSignsNone() throws Exception {
    var mute = ROOT.authority("Mute").uses(KeyUsage.keyCertSign).made();
    var chain = chain(ROOT, mute.site().made(), mute);

    assertThat(judge(chain, new Listed(mute).sound().signed())).isEqualTo("REVOCATION_UNCLEAR");
  }

  private static String judge(Octets... lists) {
    return judge(chain(ROOT, SITE, ISSUING), lists);
  }

  private static String judge(Chain chain, Octets... lists) {
    var judgement =
        new Chain(
                chain.leaf(),
                chain.sent(),
                chain.anchors(),
                chain.at(),
                chain.profile(),
                null,
                null,
                chain.mostIntermediates(),
                List.of(lists))
            .judge();
    return judgement instanceof ChainJudgement.Broken(_, var flaw) ? flaw.kind().name() : "HOLDS";
  }
}
