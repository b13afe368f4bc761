package uk.nhs.estate.practice;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/// A certificate being written; its own key signs it when there is no issuer (RFC 5280 §4.1).
final class Draft {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final JcaX509v3CertificateBuilder certificate;
  private final PrivateKey signer;

  Draft(
      X500Principal subject, KeyPair keys, @Nullable Identity issuer, Instant from, Instant until) {
    var by = issuer == null ? subject : issuer.leaf().getSubjectX500Principal();
    var byKey = issuer == null ? keys.getPublic() : issuer.leaf().getPublicKey();
    var serial = new BigInteger(120, RANDOM).setBit(120); // positive, and under 20 octets
    this.signer = issuer == null ? keys.getPrivate() : issuer.key();
    this.certificate =
        new JcaX509v3CertificateBuilder(
            by, serial, Date.from(from), Date.from(until), subject, keys.getPublic());
    try {
      var ids = new JcaX509ExtensionUtils();
      with(Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(keys.getPublic()));
      with(Extension.authorityKeyIdentifier, false, ids.createAuthorityKeyIdentifier(byKey));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-1 for key identifiers", e);
    }
  }

  Draft with(ASN1ObjectIdentifier extension, boolean critical, ASN1Encodable value) {
    try {
      certificate.addExtension(extension, critical, value);
      return this;
    } catch (CertIOException e) {
      throw new IllegalStateException("an extension of ours cannot be written", e);
    }
  }

  X509Certificate signed() {
    var algorithm = signer.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
    try {
      var signature = new JcaContentSignerBuilder(algorithm).build(signer);
      return new JcaX509CertificateConverter().getCertificate(certificate.build(signature));
    } catch (OperatorCreationException | GeneralSecurityException e) {
      throw new IllegalStateException("a certificate of ours cannot be signed", e);
    }
  }
}
