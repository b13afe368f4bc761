package uk.nhs.estate.practice;

/// One thing wrong about how a zone is signed. What is only out of date, or of an old kind, is
/// said by the [Signing] itself.
public sealed interface SigningFault {

  /// One set has no signature.
  ///
  /// @param name as in the zone's file
  record Unsigned(String name, int type) implements SigningFault {}

  /// The signatures over one type do not fit what they sign.
  record WrongSignature(int type) implements SigningFault {}

  /// All but the key set is signed by a key that the key set does not hold.
  record StrangeKey() implements SigningFault {}

  /// The key set is signed by another of its keys than the one that the zone above vouches for.
  record KeysSignedByAnother() implements SigningFault {}

  /// The zone above vouches for a key that the zone does not have.
  record DsForAnotherKey() implements SigningFault {}

  /// The zone above vouches for the right key tag by the wrong digest.
  record DsWithWrongDigest() implements SigningFault {}

  /// The zone above vouches by SHA-1 alone, which is retired (RFC 8624 §3.3, RFC 9905).
  record Sha1DsOnly() implements SigningFault {}

  /// The zone above does not vouch: to a validator, the zone is as if unsigned (RFC 4035 §5.2).
  record NoDs() implements SigningFault {}

  /// Absences are not proved.
  record NoDenial() implements SigningFault {}

  /// Absences are proved of other names than the one that was asked for.
  record WrongDenial() implements SigningFault {}
}
