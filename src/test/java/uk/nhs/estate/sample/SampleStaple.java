package uk.nhs.estate.sample;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.practice.Identity;

/// An OCSP response with which nothing is wrong, to be spoilt in one thing.
///
/// @param issuer who issued the certificate
/// @param signer who signs the response
/// @param status none for good
public record SampleStaple(
    BigInteger serial,
    Identity issuer,
    Identity signer,
    @Nullable CertificateStatus status,
    Instant from,
    Instant until) {

  /// On a certificate of the authority of samples.
  public static SampleStaple of(X509Certificate leaf) {
    return new SampleStaple(
        leaf.getSerialNumber(),
        SoundSite.CA.issuing(),
        SoundSite.CA.issuing(),
        null,
        SoundSite.SEEN.minus(Duration.ofDays(1)),
        SoundSite.SEEN.plus(Duration.ofDays(6)));
  }

  /// On the leaf of a chain, if it is of the authority of samples.
  static @Nullable Part ofSample(List<Part> chain) {
    if (chain.isEmpty()) {
      return null;
    }
    try {
      var leaf =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(chain.getFirst().bytes()));
      return leaf.getIssuerX500Principal()
              .equals(SoundSite.CA.intermediate().getSubjectX500Principal())
          ? of(leaf).signed()
          : null;
    } catch (CertificateException _) {
      return null;
    }
  }

  public SampleStaple serial(BigInteger other) {
    return new SampleStaple(other, issuer, signer, status, from, until);
  }

  public SampleStaple signedBy(Identity other) {
    return new SampleStaple(serial, issuer, other, status, from, until);
  }

  public SampleStaple revoked(Instant since) {
    return new SampleStaple(
        serial,
        issuer,
        signer,
        new RevokedStatus(Date.from(since), CRLReason.keyCompromise),
        from,
        until);
  }

  public SampleStaple unknown() {
    return new SampleStaple(serial, issuer, signer, new UnknownStatus(), from, until);
  }

  public SampleStaple until(Instant end) {
    return new SampleStaple(serial, issuer, signer, status, end.minus(Duration.ofDays(7)), end);
  }

  /// What a responder says that cannot answer now.
  public static Part tryLater() {
    try {
      return new Part(new OCSPRespBuilder().build(OCSPRespBuilder.TRY_LATER, null).getEncoded());
    } catch (OCSPException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public Part signed() {
    try {
      var id =
          new CertificateID(
              new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
              new JcaX509CertificateHolder(issuer.leaf()),
              serial);
      var responder = new RespID(new JcaX509CertificateHolder(signer.leaf()).getSubject());
      var answer =
          new BasicOCSPRespBuilder(responder)
              .addResponse(id, status, Date.from(from), Date.from(until), null)
              .build(
                  new JcaContentSignerBuilder("SHA256withECDSA").build(signer.key()),
                  null,
                  Date.from(from));
      return new Part(new OCSPRespBuilder().build(OCSPRespBuilder.SUCCESSFUL, answer).getEncoded());
    } catch (OCSPException | OperatorCreationException | GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
