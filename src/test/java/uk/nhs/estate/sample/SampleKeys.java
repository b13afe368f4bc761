package uk.nhs.estate.sample;

import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/// Public keys of every size, to which there are no private ones.
public final class SampleKeys {
  private SampleKeys() {}

  public static SubjectPublicKeyInfo rsa(int bits, long exponent) {
    var modulus = BigInteger.TWO.pow(bits).subtract(BigInteger.valueOf(189));
    return info(
        new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
        new RSAPublicKey(modulus, BigInteger.valueOf(exponent)));
  }

  /// @param curve as SEC 2 calls it
  public static SubjectPublicKeyInfo curve(String curve) {
    return new SubjectPublicKeyInfo(
        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECNamedCurves.getOID(curve)),
        SECNamedCurves.getByName(curve).getG().getEncoded(false));
  }

  public static SubjectPublicKeyInfo dsa() {
    var prime = BigInteger.TWO.pow(2048).subtract(BigInteger.valueOf(189));
    return info(
        new AlgorithmIdentifier(
            X9ObjectIdentifiers.id_dsa,
            new DSAParameter(prime, BigInteger.TWO.pow(256), BigInteger.TWO)),
        new ASN1Integer(BigInteger.TEN));
  }

  private static SubjectPublicKeyInfo info(AlgorithmIdentifier algorithm, ASN1Encodable key) {
    try {
      return new SubjectPublicKeyInfo(algorithm, key);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
