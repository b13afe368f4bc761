package uk.nhs.estate.observation.certificate;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An OCSP response (RFC 6960 §4.2.1) and what it says of a certificate.
public final class OcspResponse {
  private static final String BASIC = "1.3.6.1.5.5.7.48.1.1";
  private static final String TIMESTAMPS = "1.3.6.1.4.1.11129.2.4.5";
  private static final String FOR_OCSP = "1.3.6.1.5.5.7.3.9";
  private static final int MOST_CERTIFICATES = 10;

  private static final List<String> STATUSES =
      List.of(
          "successful",
          "malformedRequest",
          "internalError",
          "tryLater",
          "4",
          "sigRequired",
          "unauthorized");

  private static final Set<String> DIGESTS = Set.of("SHA-1", "SHA-256", "SHA-384", "SHA-512");

  private final Signed signed;
  private final List<Single> answers;

  /// What it takes to verify it.
  ///
  /// @param responderName who says that it answers; none if it goes by its key
  /// @param responderKey the digest of the responder's key; none if it goes by its name
  private record Signed(
      @Nullable DistinguishedName responderName,
      @Nullable Octets responderKey,
      Octets octets,
      SignatureAlgorithm algorithm,
      Octets signature,
      List<Certificate> certificates) {}

  /// An answer on one certificate.
  ///
  /// @param status 0 for good, 1 for revoked, 2 for unknown
  private record Single(
      String digest,
      Octets issuerName,
      Octets issuerKey,
      BigInteger serial,
      int status,
      @Nullable Instant revoked,
      Instant thisUpdate,
      @Nullable Instant nextUpdate,
      @Nullable Octets timestamps) {}

  private OcspResponse(Signed signed, List<Single> answers) {
    this.signed = signed;
    this.answers = answers;
  }

  /// What it says of a certificate at a moment.
  ///
  /// @param issuers certificates among which may be that of the issuer
  public static Staple judge(
      Octets response, Certificate certificate, List<Certificate> issuers, Instant at) {
    try {
      var parts = Der.of(response).sequence();
      if (parts.isEmpty()) {
        return new Staple.Malformed("it is empty");
      }
      int status = parts.getFirst().expect(Der.ENUMERATED).small();
      if (status != 0) {
        return new Staple.ErrorStatus(
            status < STATUSES.size() ? STATUSES.get(status) : String.valueOf(status));
      }
      return read(basic(parts)).judge(certificate, issuers, at);
    } catch (MalformedException e) {
      return new Staple.Malformed(e.what());
    }
  }

  /// The SignedCertificateTimestampList that it brings along for a certificate (RFC 6962 §3.3).
  public static Optional<Octets> timestamps(Octets response, Certificate certificate) {
    try {
      return read(basic(Der.of(response).sequence())).answers.stream()
          .filter(answer -> answer.serial().equals(certificate.serial()))
          .flatMap(answer -> Stream.ofNullable(answer.timestamps()))
          .findFirst();
    } catch (MalformedException _) {
      return Optional.empty();
    }
  }

  private static Der basic(List<Der> parts) throws MalformedException {
    if (parts.size() != 2) {
      throw new MalformedException("it has no answer");
    }
    var bytes = parts.getLast().only().sequence();
    if (bytes.size() != 2 || !bytes.getFirst().identifier().equals(BASIC)) {
      throw new MalformedException("its answer is of no known form");
    }
    return Der.of(bytes.getLast().expect(Der.OCTET_STRING).value());
  }

  private static OcspResponse read(Der basic) throws MalformedException {
    var outer = new Fields(basic.sequence());
    var tbs = outer.next();
    var algorithm = SignatureAlgorithm.read(outer.next());
    var signature = outer.next().wholeBits();
    var certificates = new ArrayList<byte[]>();
    if (outer.nextIs(Der.marked(0, true))) {
      for (var certificate : outer.next().only().sequence()) {
        if (certificates.size() < MOST_CERTIFICATES) {
          certificates.add(certificate.whole().bytes());
        }
      }
    }
    var inner = new Fields(tbs.sequence());
    if (inner.nextIs(Der.marked(0, true))) {
      inner.next(); // the version, of which there is one
    }
    var responder = inner.next();
    var answers = new ArrayList<Single>();
    inner.next().expect(Der.GENERALIZED_TIME);
    for (var single : inner.next().sequence()) {
      answers.add(single(new Fields(single.sequence())));
    }
    return new OcspResponse(
        new Signed(
            responder.mark() == 1 ? DistinguishedName.read(responder.only()) : null,
            responder.mark() == 2 ? responder.only().expect(Der.OCTET_STRING).value() : null,
            tbs.whole(),
            algorithm,
            signature,
            Sent.readable(certificates)),
        answers);
  }

  private static Single single(Fields fields) throws MalformedException {
    var id = new Fields(fields.next().sequence());
    var digest = SignatureAlgorithm.digest(id.next());
    var name = id.next().expect(Der.OCTET_STRING).value();
    var key = id.next().expect(Der.OCTET_STRING).value();
    var serial = id.next().integer();
    var status = fields.next();
    if (status.mark() < 0 || status.mark() > 2) {
      throw new MalformedException("it has a status that there is not");
    }
    var revoked = status.mark() == 1 ? new Fields(status.parts()).next().time() : null;
    var thisUpdate = fields.next().time();
    var nextUpdate = fields.nextIs(Der.marked(0, true)) ? fields.next().only().time() : null;
    Octets timestamps = null;
    if (fields.nextIs(Der.marked(1, true))) {
      for (var part : fields.next().only().sequence()) {
        var extension = Extension.read(part);
        if (extension.id().equals(TIMESTAMPS)) {
          timestamps = Der.of(extension.value()).expect(Der.OCTET_STRING).value();
        }
      }
    }
    return new Single(
        digest, name, key, serial, status.mark(), revoked, thisUpdate, nextUpdate, timestamps);
  }

  private Staple judge(Certificate certificate, List<Certificate> issuers, Instant at) {
    var named = issuers.stream().filter(one -> one.subject().equals(certificate.issuer())).toList();
    var numbered =
        answers.stream().filter(one -> one.serial().equals(certificate.serial())).toList();
    if (numbered.isEmpty()) {
      return new Staple.OtherCertificate();
    }
    if (named.isEmpty()) {
      return new Staple.Unverified("the certificate of its issuer is not at hand");
    }
    for (var issuer : named) {
      for (var answer : numbered) {
        if (isAbout(answer, certificate, issuer)) {
          return judge(answer, issuer, at);
        }
      }
    }
    return new Staple.OtherCertificate();
  }

  private static boolean isAbout(Single answer, Certificate certificate, Certificate issuer) {
    return DIGESTS.contains(answer.digest())
        && certificate.issuer().der().digest(answer.digest()).equals(answer.issuerName())
        && issuer.key().octets().digest(answer.digest()).equals(answer.issuerKey());
  }

  private Staple judge(Single answer, Certificate issuer, Instant at) {
    var refusal = signerFault(issuer, at);
    if (refusal != null) {
      return refusal;
    }
    var next = answer.nextUpdate();
    if (at.isBefore(answer.thisUpdate()) || (next != null && !at.isBefore(next.plusSeconds(1)))) {
      return new Staple.Expired(answer.thisUpdate(), next);
    }
    var revoked = answer.revoked();
    if (revoked != null) {
      return new Staple.Revoked(revoked);
    }
    return answer.status() == 0
        ? new Staple.Good(answer.thisUpdate(), next)
        : new Staple.UnknownToResponder();
  }

  /// Who may sign: the issuer, or somebody whom it certified for nothing but this (§4.2.2.2).
  private @Nullable Staple signerFault(Certificate issuer, Instant at) {
    var responder = isResponder(issuer) ? issuer : delegate();
    if (responder == null) {
      return new Staple.WrongSigner("the certificate of the responder was not sent");
    }
    var outcome = verify(responder, signed.algorithm(), signed.octets(), signed.signature());
    if (outcome == Signatures.Outcome.UNKNOWN) {
      return new Staple.Unverified("it is signed in a way that is not known");
    }
    if (outcome == Signatures.Outcome.BAD) {
      return new Staple.WrongSigner("its signature is wrong");
    }
    return responder.equals(issuer) ? null : delegationFault(responder, issuer, at);
  }

  private @Nullable Certificate delegate() {
    return signed.certificates().stream().filter(this::isResponder).findFirst().orElse(null);
  }

  private boolean isResponder(Certificate certificate) {
    return Objects.equals(certificate.subject(), signed.responderName())
        || Objects.equals(certificate.key().octets().digest("SHA-1"), signed.responderKey());
  }

  private static @Nullable Staple delegationFault(
      Certificate responder, Certificate issuer, Instant at) {
    if (!responder.issuer().equals(issuer.subject())
        || verify(issuer, responder.signatureAlgorithm(), responder.signed(), responder.signature())
            != Signatures.Outcome.GOOD) {
      return new Staple.WrongSigner("the responder is not certified by the issuer");
    }
    if (responder.extendedKeyUsage().filter(uses -> uses.contains(FOR_OCSP)).isEmpty()) {
      return new Staple.WrongSigner("the responder is not certified to answer for the issuer");
    }
    return responder.isInDate(at)
        ? null
        : new Staple.WrongSigner("the certificate of the responder is out of date");
  }

  private static Signatures.Outcome verify(
      Certificate by, SignatureAlgorithm algorithm, Octets octets, Octets signature) {
    return Signatures.verify(algorithm, by.key(), octets, signature);
  }
}
