package uk.nhs.estate.sample;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.OtherName;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/// Certificates with faults that a certification authority does not make.
public final class OddCertificates {

  private static final Instant FROM = SoundSite.SEEN.minus(Duration.ofDays(30));
  private static final Instant UNTIL = SoundSite.SEEN.plus(Duration.ofDays(30));
  private static final BasicConstraints AUTHORITY = new BasicConstraints(true);

  private static final Holder STRANGER = authority("Root CA (odd)", null, UNTIL);
  private static final Holder TRUSTED = authority("Root CA (trusted)", null, UNTIL);

  private OddCertificates() {}

  /// Somebody with a certificate and its key.
  private record Holder(X509Certificate certificate, KeyPair keys) {}

  private record Extra(ASN1ObjectIdentifier id, ASN1Encodable value) {}

  /// The root that is to be trusted for those below that say so.
  public static TrustAnchor trusted() {
    return new TrustAnchor(TRUSTED.certificate(), null);
  }

  /// The name stands in its subject alone.
  public static X509Certificate withoutAlternativeNames(String name) {
    return site(name, STRANGER);
  }

  public static X509Certificate forAddress(String address) {
    var names = new GeneralNames(new GeneralName(GeneralName.iPAddress, address));
    return site("address", STRANGER, new Extra(Extension.subjectAlternativeName, names));
  }

  public static X509Certificate withBrokenAlternativeNames() {
    var names = new DERUTF8String("no names");
    return site("broken", STRANGER, new Extra(Extension.subjectAlternativeName, names));
  }

  /// From the trusted root, to sign mail with.
  public static X509Certificate forMail() {
    var use = new ExtendedKeyUsage(KeyPurposeId.id_kp_emailProtection);
    return site("mail", TRUSTED, new Extra(Extension.extendedKeyUsage, use));
  }

  /// From a root that nobody trusts.
  public static List<X509Certificate> belowAnotherRoot(boolean sent) {
    var leaf = site("stranger", STRANGER);
    return sent ? List.of(leaf, STRANGER.certificate()) : List.of(leaf);
  }

  /// Signed with the key of a site, which has no business to sign others, below the trusted root.
  public static List<X509Certificate> belowALeaf() {
    var keys = keys();
    var site = sign("site", keys, TRUSTED, UNTIL);
    return List.of(site("upstart", new Holder(site, keys)), site);
  }

  /// By way of an authority below the trusted root that was given a day too little.
  public static List<X509Certificate> belowAnExpiredIntermediate() {
    var issuer =
        authority("Issuing CA (expired)", TRUSTED, SoundSite.SEEN.minus(Duration.ofDays(1)));
    return List.of(site("orphan", issuer), issuer.certificate());
  }

  /// By way of an authority below the trusted root that must not certify names of a kind which is
  /// neither a host nor an address (RFC 5280 §4.2.1.10), for a site with such a name.
  public static List<X509Certificate> belowOddConstraints() {
    var odd =
        new GeneralName(
            GeneralName.otherName,
            new OtherName(new ASN1ObjectIdentifier("1.2.3"), new DERUTF8String("odd")));
    var constraints = new NameConstraints(null, new GeneralSubtree[] {new GeneralSubtree(odd)});
    var keys = keys();
    var issuer =
        sign(
            "Issuing CA (odd)",
            keys,
            TRUSTED,
            UNTIL,
            new Extra(Extension.basicConstraints, AUTHORITY),
            new Extra(Extension.nameConstraints, constraints));
    var names = new Extra(Extension.subjectAlternativeName, new GeneralNames(odd));
    return List.of(site("odd", new Holder(issuer, keys), names), issuer);
  }

  /// Two authorities that vouch for each other, and nobody for them.
  public static List<X509Certificate> inACircle() {
    var one = keys();
    var other = keys();
    var extra = new Extra(Extension.basicConstraints, AUTHORITY);
    var first = authority("One CA", null, UNTIL, one);
    var second = authority("Other CA", null, UNTIL, other);
    return List.of(
        site("dizzy", first),
        sign("One CA", one, second, UNTIL, extra),
        sign("Other CA", other, first, UNTIL, extra));
  }

  /// As many authorities as are sent, each of which could have signed each.
  public static List<X509Certificate> inATangle(int authorities) {
    var keys = keys();
    var extra = new Extra(Extension.basicConstraints, AUTHORITY);
    var tangle = authority("Tangle CA", null, UNTIL, keys);
    var stranger = new Holder(STRANGER.certificate(), keys);
    return Stream.concat(
            Stream.of(site("lost", tangle)),
            IntStream.range(0, authorities)
                .mapToObj(
                    at ->
                        at == 0
                            ? sign("Tangle CA", keys, stranger, UNTIL, extra)
                            : sign("Tangle CA", keys, tangle, UNTIL.plusSeconds(at), extra)))
        .toList();
  }

  /// The same certificate with one bit of its signature turned over.
  public static X509Certificate withAnotherSignature(X509Certificate certificate) {
    try {
      var bytes = certificate.getEncoded();
      bytes[bytes.length - 1] ^= 1;
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static X509Certificate site(String name, Holder issuer, Extra... extras) {
    return sign(name, keys(), issuer, UNTIL, extras);
  }

  private static Holder authority(String name, @Nullable Holder issuer, Instant until) {
    return authority(name, issuer, until, keys());
  }

  private static Holder authority(
      String name, @Nullable Holder issuer, Instant until, KeyPair keys) {
    var extra = new Extra(Extension.basicConstraints, AUTHORITY);
    return new Holder(sign(name, keys, issuer, until, extra), keys);
  }

  private static X509Certificate sign(
      String name, KeyPair keys, @Nullable Holder issuer, Instant until, Extra... extras) {
    var subject = new X500Principal("CN=" + name);
    var by = issuer == null ? subject : issuer.certificate().getSubjectX500Principal();
    var key = issuer == null ? keys : issuer.keys();
    try {
      var draft =
          new JcaX509v3CertificateBuilder(
              by,
              BigInteger.valueOf(until.getEpochSecond()),
              Date.from(FROM),
              Date.from(until),
              subject,
              keys.getPublic());
      for (var extra : extras) {
        draft.addExtension(extra.id(), false, extra.value());
      }
      return new JcaX509CertificateConverter()
          .getCertificate(
              draft.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate())));
    } catch (OperatorCreationException | GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair keys() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
