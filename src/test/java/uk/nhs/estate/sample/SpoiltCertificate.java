package uk.nhs.estate.sample;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.practice.PublicMarks;

/// A certificate with which nothing is wrong, to be spoilt in one thing and then signed by an
/// authority of its own. All of them share two pairs of keys: making keys takes time.
public final class SpoiltCertificate {
  public static final ASN1ObjectIdentifier TIMESTAMPS =
      new ASN1ObjectIdentifier("1.3.6.1.4.1.11129.2.4.2");
  public static final ASN1ObjectIdentifier FEATURE = new ASN1ObjectIdentifier("1.3.6.1.5.5.7.1.24");

  private static final Instant FROM = SoundSite.SEEN.minus(Duration.ofDays(30));
  private static final Instant UNTIL = SoundSite.SEEN.plus(Duration.ofDays(60));
  private static final KeyPair AUTHORITY_KEYS = keys();
  private static final KeyPair SITE_KEYS = keys();

  private final Map<ASN1ObjectIdentifier, Extension> extensions = new LinkedHashMap<>();
  private X500Name subject;
  private X500Name issuer = new X500Name("C=GB,O=NHS web estate practice,CN=Sample Issuing CA");
  private BigInteger serial = new BigInteger("123456789abcdef0123456789abcdef0", 16);
  private Instant from = FROM;
  private Instant until = UNTIL;
  private SubjectPublicKeyInfo key = info(SITE_KEYS);
  private @Nullable AlgorithmIdentifier algorithm;

  private SpoiltCertificate(X500Name subject) {
    this.subject = subject;
  }

  /// For a site, as public authorities issue them.
  public static SpoiltCertificate site(String... names) {
    var draft = new SpoiltCertificate(new X500Name("CN=" + names[0]));
    return draft
        .with(Extension.basicConstraints, true, new BasicConstraints(false))
        .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
        .with(
            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
        .names(names)
        .policy("2.23.140.1.2.1")
        .access(AccessDescription.id_ad_caIssuers, "http://ca.test/issuing.cer")
        .lists("http://ca.test/issuing.crl")
        .timestamps("one log", "another log")
        .with(
            Extension.authorityKeyIdentifier,
            false,
            ids().createAuthorityKeyIdentifier(info(AUTHORITY_KEYS)));
  }

  /// Of the authority that signs them, itself signed by another that nobody sends.
  public static SpoiltCertificate authority() {
    var draft =
        new SpoiltCertificate(new X500Name("C=GB,O=NHS web estate practice,CN=Sample Issuing CA"));
    draft.issuer = new X500Name("C=GB,O=NHS web estate practice,CN=Sample Root CA");
    draft.key = info(AUTHORITY_KEYS);
    return draft
        .until(SoundSite.SEEN.plus(Duration.ofDays(1000)))
        .with(Extension.basicConstraints, true, new BasicConstraints(0))
        .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
        .with(
            Extension.subjectKeyIdentifier,
            false,
            ids().createSubjectKeyIdentifier(info(AUTHORITY_KEYS)));
  }

  public SpoiltCertificate subject(String name) {
    subject = new X500Name(name);
    return this;
  }

  public SpoiltCertificate issuer(String name) {
    issuer = new X500Name(name);
    return this;
  }

  public SpoiltCertificate serial(String hexadecimal) {
    serial = new BigInteger(hexadecimal, 16);
    return this;
  }

  public SpoiltCertificate from(Instant start) {
    from = start;
    return this;
  }

  public SpoiltCertificate until(Instant end) {
    until = end;
    return this;
  }

  public SpoiltCertificate key(SubjectPublicKeyInfo its) {
    key = its;
    return this;
  }

  /// Says that it was signed in another way than it was.
  public SpoiltCertificate signedWith(String algorithmId) {
    algorithm = new AlgorithmIdentifier(new ASN1ObjectIdentifier(algorithmId));
    return this;
  }

  public SpoiltCertificate names(String... names) {
    return with(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(
            Stream.of(names)
                .map(name -> new GeneralName(GeneralName.dNSName, name))
                .toArray(GeneralName[]::new)));
  }

  public SpoiltCertificate policy(String id) {
    return with(
        Extension.certificatePolicies,
        false,
        new CertificatePolicies(new PolicyInformation(new ASN1ObjectIdentifier(id))));
  }

  public SpoiltCertificate access(ASN1ObjectIdentifier method, String... addresses) {
    return with(
        Extension.authorityInfoAccess,
        false,
        new AuthorityInformationAccess(
            Stream.of(addresses)
                .map(address -> new AccessDescription(method, uri(address)))
                .toArray(AccessDescription[]::new)));
  }

  /// Of which logs it carries timestamps.
  public SpoiltCertificate timestamps(String... logs) {
    return with(TIMESTAMPS, false, new DEROctetString(PublicMarks.timestamps(logs)));
  }

  /// Where its revocation list is.
  public SpoiltCertificate lists(String address) {
    return with(
        Extension.cRLDistributionPoints,
        false,
        new CRLDistPoint(
            new DistributionPoint[] {
              new DistributionPoint(
                  new DistributionPointName(new GeneralNames(uri(address))), null, null)
            }));
  }

  public SpoiltCertificate with(
      ASN1ObjectIdentifier extension, boolean critical, ASN1Encodable value) {
    try {
      extensions.put(extension, Extension.create(extension, critical, value));
      return this;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public SpoiltCertificate without(ASN1ObjectIdentifier extension) {
    extensions.remove(extension);
    return this;
  }

  public X509Certificate signed() {
    return parse(signedBy(AUTHORITY_KEYS.getPrivate()));
  }

  /// As it is sent, also when the Java platform would not read it.
  public Part sent() {
    return part(signedBy(AUTHORITY_KEYS.getPrivate()));
  }

  /// Signed with the key that stands in it.
  public X509Certificate signedByItself() {
    issuer = subject;
    return parse(signedBy(SITE_KEYS.getPrivate()));
  }

  /// It and the certificate of its authority.
  public List<X509Certificate> chain() {
    return List.of(signed(), authority().signed());
  }

  private X509CertificateHolder signedBy(PrivateKey signer) {
    var draft =
        new X509v3CertificateBuilder(
            issuer, serial, Date.from(from), Date.from(until), subject, key);
    try {
      for (var extension : extensions.values()) {
        draft.addExtension(extension);
      }
      var honest = new JcaContentSignerBuilder("SHA256withECDSA").build(signer);
      return draft.build(algorithm == null ? honest : new Pretence(algorithm, honest));
    } catch (IOException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Pretence(AlgorithmIdentifier algorithm, ContentSigner honest)
      implements ContentSigner {
    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
      return algorithm;
    }

    @Override
    public OutputStream getOutputStream() {
      return honest.getOutputStream();
    }

    @Override
    public byte[] getSignature() {
      return honest.getSignature();
    }
  }

  private static X509Certificate parse(X509CertificateHolder certificate) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(certificate.getEncoded()));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Part part(X509CertificateHolder certificate) {
    try {
      return new Part(certificate.getEncoded());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static GeneralName uri(String address) {
    return new GeneralName(GeneralName.uniformResourceIdentifier, address);
  }

  private static JcaX509ExtensionUtils ids() {
    try {
      return new JcaX509ExtensionUtils();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SubjectPublicKeyInfo info(KeyPair keys) {
    return SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded());
  }

  private static KeyPair keys() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
