package uk.nhs.estate.profile;

import java.io.ByteArrayInputStream;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.InvalidParameterSpecException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import uk.nhs.estate.observation.TlsPosture;

/// A certificate that a site shows as its own.
record Leaf(X509Certificate certificate) {
  private static final List<String> CURVES = List.of("secp256r1", "secp384r1", "secp521r1");

  /// Every different one that can be read, of those that were shown to who asked for the site.
  static List<Leaf> of(TlsPosture posture) {
    var leaves = new ArrayList<Leaf>();
    posture.chains().stream()
        .filter(shown -> shown.serverName() != null && !shown.chain().isEmpty())
        .map(shown -> shown.chain().getFirst())
        .distinct()
        .forEach(part -> read(part.bytes()).map(Leaf::new).ifPresent(leaves::add));
    return leaves;
  }

  private static Optional<X509Certificate> read(byte[] der) {
    try {
      var read =
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
      return read instanceof X509Certificate certificate
          ? Optional.of(certificate)
          : Optional.empty();
    } catch (CertificateException _) {
      return Optional.empty();
    }
  }

  /// The bits of an RSA key; none if it is another.
  Optional<Integer> rsaBits() {
    return certificate.getPublicKey() instanceof RSAPublicKey rsa
        ? Optional.of(rsa.getModulus().bitLength())
        : Optional.empty();
  }

  /// The curve that its key is on; none if it is on none, or on one without a name here.
  Optional<String> curve() {
    return certificate.getPublicKey() instanceof ECPublicKey key
        ? CURVES.stream().filter(name -> isOn(key, name)).findFirst()
        : Optional.empty();
  }

  private static boolean isOn(ECPublicKey key, String curve) {
    try {
      var parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec(curve));
      var its = parameters.getParameterSpec(ECParameterSpec.class);
      return key.getParams().getCurve().equals(its.getCurve())
          && key.getParams().getGenerator().equals(its.getGenerator());
    } catch (InvalidParameterSpecException _) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform knows elliptic curves", e);
    }
  }

  /// What breaking its key takes, as the bits of an RSA key that takes as much; none if nothing is
  /// known of keys of its kind.
  Optional<Integer> strength() {
    return switch (certificate.getPublicKey()) {
      case RSAPublicKey rsa -> Optional.of(rsa.getModulus().bitLength());
      case ECPublicKey key -> Optional.of(Strength.ofCurve(key.getParams().getOrder().bitLength()));
      case EdECPublicKey key ->
          Optional.of(Strength.ofCurve(key.getParams().getName().equals("Ed448") ? 448 : 256));
      case PublicKey other -> fieldBits(other).map(Strength::ofCurve);
    };
  }

  /// The bits of the field of a curve that Java does not know, such as those of Brainpool.
  private static Optional<Integer> fieldBits(PublicKey key) {
    try {
      var parameters = SubjectPublicKeyInfo.getInstance(key.getEncoded()).getAlgorithm();
      return parameters.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
              && parameters.getParameters() instanceof ASN1ObjectIdentifier curve
          ? Optional.ofNullable(ECNamedCurveTable.getByOID(curve))
              .map(its -> its.getCurve().getFieldSize())
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  long days() {
    return ChronoUnit.DAYS.between(
        certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant());
  }

  /// Its key in words.
  String key() {
    return rsaBits()
        .map(bits -> "RSA of " + bits + " bits")
        .or(() -> curve().map(curve -> "EC on " + curve))
        .orElseGet(() -> certificate.getPublicKey().getAlgorithm());
  }
}
