package uk.nhs.estate.lab;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Random;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Certificates of keys that nobody would wait to be made.
public final class OddKeys {
  private static final int BITS = 16384;

  private OddKeys() {}

  /// Of an RSA key of 16,384 bits; whether it has a private half, nobody knows.
  public static byte[] rsa16384() throws IOException {
    var modulus = new BigInteger(BITS, new Random(7)).setBit(BITS - 1).setBit(0);
    var name = new X500Name("CN=" + LabIdentity.HOST);
    var now = Instant.now();
    var draft =
        new X509v3CertificateBuilder(
            name,
            BigInteger.ONE,
            Date.from(now),
            Date.from(now.plus(Duration.ofDays(1))),
            name,
            new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption),
                new RSAPublicKey(modulus, BigInteger.valueOf(65537))));
    try {
      var signer =
          new JcaContentSignerBuilder("SHA256withRSA")
              .build(LabIdentity.of(LabIdentity.Kind.RSA_2048).key());
      return draft.build(signer).getEncoded();
    } catch (OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }
}
