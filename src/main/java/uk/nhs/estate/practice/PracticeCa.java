package uk.nhs.estate.practice;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.jspecify.annotations.Nullable;

/// A pretend certification authority: a root, an intermediate, and whatever certificate is
/// ordered, faulty ones included (RFC 5280). Nobody trusts it who is not given its root.
public final class PracticeCa {

  private static final Duration HALF_A_LIFE = Duration.ofDays(3650);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Identity root;
  private final Identity intermediate;

  private PracticeCa(Instant now) {
    this.root = authority("Practice Root CA (pretend)", 1, null, now);
    this.intermediate = authority("Practice Issuing CA (pretend)", 0, root, now);
  }

  /// Makes a new authority whose own certificates are good for ten years before and after now.
  public static PracticeCa create(Instant now) {
    return new PracticeCa(now);
  }

  /// The certificate to trust, so that this authority's certificates are believed.
  public X509Certificate root() {
    return root.leaf();
  }

  /// Who signs most of what is ordered, and what is said of it later.
  public Identity issuing() {
    return intermediate;
  }

  /// The certificate that signs most of what is ordered.
  public X509Certificate intermediate() {
    return intermediate.leaf();
  }

  /// Makes a key pair and certifies it as ordered, whether or not that is wise.
  public Identity issue(CertificateOrder order) {
    var keys = keys(order.key());
    var issuer =
        switch (order.chain()) {
          case WITH_INTERMEDIATE, WITH_INTERMEDIATE_AND_ROOT, WITHOUT_INTERMEDIATE -> intermediate;
          case SIGNED_BY_ROOT -> root;
          case SELF_SIGNED -> null;
        };
    var leaf = leaf(order, keys, issuer);
    var chain =
        switch (order.chain()) {
          case WITH_INTERMEDIATE -> List.of(leaf, intermediate.leaf());
          case WITH_INTERMEDIATE_AND_ROOT -> List.of(leaf, intermediate.leaf(), root.leaf());
          case WITHOUT_INTERMEDIATE, SIGNED_BY_ROOT, SELF_SIGNED -> List.of(leaf);
        };
    return new Identity(keys.getPrivate(), chain);
  }

  private static Identity authority(
      String name, int below, @Nullable Identity issuer, Instant now) {
    var keys = keys(CertificateOrder.Key.EC_P256);
    var subject = new X500Principal("CN=" + name + ",O=NHS web estate practice");
    var draft =
        new Draft(subject, keys, issuer, now.minus(HALF_A_LIFE), now.plus(HALF_A_LIFE))
            .with(Extension.basicConstraints, true, new BasicConstraints(below))
            .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    return new Identity(keys.getPrivate(), List.of(draft.signed()));
  }

  private static X509Certificate leaf(
      CertificateOrder order, KeyPair keys, @Nullable Identity issuer) {
    var subject = new X500Principal("CN=" + order.names().getFirst());
    var names =
        order.names().stream()
            .map(name -> new GeneralName(GeneralName.dNSName, name))
            .toArray(GeneralName[]::new);
    var draft =
        new Draft(subject, keys, issuer, order.from(), order.until())
            .with(Extension.basicConstraints, true, new BasicConstraints(false))
            .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
            .with(
                Extension.extendedKeyUsage,
                false,
                new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
            .with(Extension.subjectAlternativeName, false, new GeneralNames(names));
    return (issuer == null ? draft : PublicMarks.on(draft)).signed();
  }

  private static KeyPair keys(CertificateOrder.Key kind) {
    try {
      return switch (kind) {
        case EC_P256 -> {
          var generator = KeyPairGenerator.getInstance("EC");
          generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
          yield generator.generateKeyPair();
        }
        case RSA_2048 -> {
          var generator = KeyPairGenerator.getInstance("RSA");
          generator.initialize(2048, RANDOM);
          yield generator.generateKeyPair();
        }
      };
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK makes EC and RSA keys", e);
    }
  }
}
