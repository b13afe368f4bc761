package uk.nhs.estate.practice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.PolicyInformation;

/// What certificates of public authorities carry (CA/Browser Forum Baseline Requirements
/// §7.1.2.7.6), for certificates of the pretend one.
///
/// The timestamps are of three logs that do not exist, and nobody signed them.
public final class PublicMarks {
  private static final ASN1ObjectIdentifier DOMAIN_VALIDATED =
      new ASN1ObjectIdentifier("2.23.140.1.2.1");
  private static final ASN1ObjectIdentifier TIMESTAMPS =
      new ASN1ObjectIdentifier("1.3.6.1.4.1.11129.2.4.2");
  private static final String AUTHORITY = "http://ca.practice.test/";

  /// Version, log, time, extensions, algorithm and signature; extensions and signature are empty.
  private static final int TIMESTAMP = 1 + 32 + 8 + 2 + 2 + 2;

  private PublicMarks() {}

  static Draft on(Draft draft) {
    return draft
        .with(
            Extension.certificatePolicies,
            false,
            new CertificatePolicies(new PolicyInformation(DOMAIN_VALIDATED)))
        .with(
            Extension.authorityInfoAccess,
            false,
            new AuthorityInformationAccess(
                AccessDescription.id_ad_caIssuers, address("issuing.cer")))
        .with(
            Extension.cRLDistributionPoints,
            false,
            new CRLDistPoint(
                new DistributionPoint[] {
                  new DistributionPoint(
                      new DistributionPointName(new GeneralNames(address("issuing.crl"))),
                      null,
                      null)
                }))
        .with(
            TIMESTAMPS,
            false,
            new DEROctetString(
                timestamps("first pretend log", "second pretend log", "third pretend log")));
  }

  private static GeneralName address(String file) {
    return new GeneralName(GeneralName.uniformResourceIdentifier, AUTHORITY + file);
  }

  /// A SignedCertificateTimestampList (RFC 6962 §3.3) of logs that do not exist.
  public static byte[] timestamps(String... logs) {
    var list = ByteBuffer.allocate(2 + logs.length * (2 + TIMESTAMP));
    list.putShort((short) (logs.length * (2 + TIMESTAMP)));
    for (var log : logs) {
      list.putShort((short) TIMESTAMP).put(timestamp(log));
    }
    return list.array();
  }

  /// A SignedCertificateTimestamp (RFC 6962 §3.2) without extensions, and with an empty signature.
  private static byte[] timestamp(String log) {
    return ByteBuffer.allocate(TIMESTAMP)
        .put((byte) 0) // version 1
        .put(sha256(log))
        .putLong(0)
        .putShort((short) 0) // no extensions
        .put((byte) 4) // SHA-256
        .put((byte) 3) // ECDSA
        .putShort((short) 0)
        .array();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
