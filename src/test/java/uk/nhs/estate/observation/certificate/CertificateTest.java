package uk.nhs.estate.observation.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.observation.certificate.Draft.HOST;
import static uk.nhs.estate.observation.certificate.Draft.NOW;

import java.math.BigInteger;
import java.security.cert.CertificateEncodingException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.settings.TrustStore;

class CertificateTest {
  private static final Draft.Made ROOT = Draft.root("Root").made();

  @Test
  void saysWhatItSays() {
    var issuer = ROOT.authority("Issuing").pathLength(3).made();
    var places =
        new AuthorityInformationAccess(
            new AccessDescription[] {
              new AccessDescription(AccessDescription.id_ad_ocsp, uri("http://ocsp.test/")),
              new AccessDescription(AccessDescription.id_ad_caIssuers, uri("http://ca.test/1.cer"))
            });
    var lists =
        new CRLDistPoint(
            new DistributionPoint[] {
              new DistributionPoint(
                  new DistributionPointName(new GeneralNames(uri("http://ca.test/1.crl"))),
                  null,
                  null)
            });
    var site =
        issuer
            .site()
            .serial(BigInteger.valueOf(0xBEEF))
            .subject("C=GB,O=Trust,CN=" + HOST)
            .with(Extension.AUTHORITY_ACCESS, false, places)
            .with(Extension.CRL_PLACES, false, lists)
            .with(Extension.TLS_FEATURES, false, new DERSequence(new ASN1Integer(5)))
            .certificate();

    assertThat(site.version()).isEqualTo(3);
    assertThat(site.serialText()).isEqualTo("beef");
    assertThat(site.subject()).hasToString("CN=" + HOST + ", O=Trust, C=GB");
    assertThat(site.subject().organisations()).containsExactly("Trust");
    assertThat(site.issuer()).hasToString("CN=Issuing").isEqualTo(issuer.certificate().subject());
    assertThat(site.notBefore()).isBefore(NOW);
    assertThat(site.notAfter()).isAfter(NOW);
    assertThat(site.key().words()).isEqualTo("EC P-256");
    assertThat(site.signatureAlgorithm().name()).isEqualTo("SHA256withECDSA");
    assertThat(site.dnsNames()).containsExactly(HOST);
    assertThat(site.keyUsage()).contains(Set.of(KeyUse.DIGITAL_SIGNATURE));
    assertThat(site.extendedKeyUsage()).contains(Set.of(Chain.FOR_SERVERS));
    assertThat(site.authorityKey().orElseThrow().identifier())
        .isEqualTo(issuer.certificate().subjectKey().orElseThrow());
    assertThat(site.ocspPlaces()).containsExactly("http://ocsp.test/");
    assertThat(site.issuerPlaces()).containsExactly("http://ca.test/1.cer");
    assertThat(site.crlPlaces()).containsExactly("http://ca.test/1.crl");
    assertThat(site.mustStaple()).isTrue();
    assertThat(site.isAuthority()).isFalse();
    assertThat(site.isCritical(Extension.KEY_USAGE)).isTrue();
    assertThat(site.malformed()).isEmpty();
    assertThat(site.isProperDer()).isTrue();
    assertThat(site.fingerprint()).isEqualTo(site.der().digest("SHA-256").hex());
    assertThat(issuer.certificate().basicConstraints()).contains(new BasicConstraints(true, 3));
  }

  private static GeneralName uri(String text) {
    return new GeneralName(GeneralName.uniformResourceIdentifier, text);
  }

  @Test
  void namesKeysAsPeopleDo() {
    assertThat(
            List.of(words("RSA", 2048), words("EC", 384), words("Ed448", 0), words("Ed25519", 0)))
        .containsExactly("RSA of 2048 bits", "EC P-384", "Ed448", "Ed25519");
  }

  private static String words(String algorithm, int bits) {
    return Draft.site(HOST, ROOT, Draft.keys(algorithm, bits)).certificate().key().words();
  }

  @Test
  void keepsTenThousandNames() {
    var names =
        IntStream.rangeClosed(0, Certificate.MOST_NAMES)
            .mapToObj(at -> at + ".test")
            .toArray(String[]::new);

    var certificate = ROOT.site().dnsNames(names).certificate();

    assertThat(certificate.nameCount()).isEqualTo(10_001);
    assertThat(certificate.dnsNames()).hasSize(10_000).endsWith("9999.test");
  }

  @Test
  void anExtensionThatCannotBeReadIsAStateOfItsOwn() {
    var certificate = ROOT.site().with(Extension.KEY_USAGE, true, new ASN1Integer(1)).certificate();

    assertThat(certificate.keyUsage()).isEmpty();
    assertThat(certificate.malformed()).containsOnlyKeys(Extension.KEY_USAGE);
    assertThat(certificate.dnsNames()).containsExactly(HOST);
  }

  @Test
  void tellsWhatIsNoCertificate() {
    var der = ROOT.site().der();

    assertThat(Sent.read(new byte[0])).isInstanceOf(Unreadable.class);
    assertThat(Sent.read(Arrays.copyOf(der, der.length - 1)))
        .isEqualTo(new Unreadable(digest(Arrays.copyOf(der, der.length - 1)), "it ends too soon"));
    assertThat(Sent.read(Arrays.copyOf(der, der.length + 1)))
        .isInstanceOfSatisfying(
            Unreadable.class, its -> assertThat(its.why()).isEqualTo("something follows its end"));
    assertThat(Sent.read(new byte[Sent.MOST_OCTETS + 1]))
        .isInstanceOfSatisfying(
            Unreadable.class, its -> assertThat(its.why()).isEqualTo("it is too large"));
  }

  private static String digest(byte[] octets) {
    return new Octets(octets).digest("SHA-256").hex();
  }

  @Test
  void tellsWhatIsNotProperDer() throws MalformedException {
    assertThat(isProper("3003020101")).isTrue();
    assertThat(isProper("308103020101")).as("a length of more octets than it takes").isFalse();
    assertThat(isProper("300402020001")).as("a number of more octets than it takes").isFalse();
    assertThat(isProper("30030101ff")).isTrue();
    assertThat(isProper("3003010101")).as("a flag that is neither all ones nor none").isFalse();
    assertThat(isProper("300403020780")).isTrue();
    assertThat(isProper("3004030207ff")).as("bits that are not used, and set").isFalse();
    assertThat(isProper("300402010300")).as("parts that do not end").isFalse();
  }

  private static boolean isProper(String hex) throws MalformedException {
    return Der.of(HexFormat.of().parseHex(hex)).isProper();
  }

  @Test
  void readsEveryRootOfThePlatform() {
    var anchors = TrustStore.read(null);
    assertThat(anchors).hasSizeGreaterThan(50);
    for (var anchor : anchors) {
      var root = anchor.getTrustedCert();
      try {
        assertThat(Sent.read(root.getEncoded()))
            .isInstanceOfSatisfying(
                Certificate.class,
                its -> {
                  assertThat(its.serial()).isEqualTo(root.getSerialNumber());
                  assertThat(its.notAfter()).isEqualTo(root.getNotAfter().toInstant());
                  assertThat(its.malformed()).isEmpty();
                  assertThat(its.isProperDer()).isTrue();
                });
      } catch (CertificateEncodingException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
