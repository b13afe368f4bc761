package uk.nhs.estate.observation;

/// What DNSSEC says of an answer (RFC 4033 §5).
public sealed interface Security {

  /// The chain of trust reaches from a trust anchor to the answer.
  record Secure() implements Security {}

  /// The chain of trust was proved to end above.
  ///
  /// @param why where and how, such as `nhs.uk proves that trust.nhs.uk has no DS record`
  record Insecure(String why) implements Security {}

  /// The chain of trust is broken: who validates sees no answer.
  ///
  /// @param detail the record, key tag, signer and dates
  record Bogus(Reason reason, String detail) implements Security {}

  /// A link of the chain could not be asked for.
  record Unchecked(Obstacle obstacle) implements Security {}

  /// Why an answer is bogus (RFC 4035 §5).
  enum Reason {
    SIGNATURE_EXPIRED("the signature has expired"),
    SIGNATURE_NOT_YET_VALID("the signature is not valid yet"),
    SIGNATURE_MISSING("the records are not signed"),
    SIGNATURE_WRONG("the signature does not fit the records"),
    SIGNATURE_WITHOUT_KEY("the key that signed the records is not in the zone"),
    KEYS_MISSING("the parent has a DS record, the zone has no DNSKEY"),
    DIGEST_WRONG("no key of the zone fits the DS record of the parent"),
    KEYS_NOT_SIGNED("the keys are not signed by the key that the parent names"),
    DENIAL_MISSING("that there is no such record is not proved"),
    DENIAL_WRONG("the proof that there is no such record is wrong");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    /// What people read.
    public String words() {
      return words;
    }
  }
}
