package uk.nhs.estate.observation.certificate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an OCSP response that was sent along says of a certificate (RFC 6960).
public sealed interface Staple {

  /// It is not revoked.
  ///
  /// @param nextUpdate when there is to be a newer response; none when it does not say so
  record Good(Instant thisUpdate, @Nullable Instant nextUpdate) implements Staple {}

  /// Its issuer took it back.
  record Revoked(Instant since) implements Staple {}

  /// The responder does not know it.
  record UnknownToResponder() implements Staple {}

  /// It was once a good answer, or will be one.
  record Expired(Instant thisUpdate, @Nullable Instant nextUpdate) implements Staple {}

  /// It is not signed by somebody who may answer for the issuer.
  record WrongSigner(String why) implements Staple {}

  /// It is about another certificate.
  record OtherCertificate() implements Staple {}

  /// The responder did not answer (RFC 6960 §2.3).
  ///
  /// @param status such as `tryLater`
  record ErrorStatus(String status) implements Staple {}

  /// It is no OCSP response.
  record Malformed(String why) implements Staple {}

  /// Nobody here can tell: the issuer's certificate is not at hand, or the algorithm is not known.
  record Unverified(String why) implements Staple {}
}
