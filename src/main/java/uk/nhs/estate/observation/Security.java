package uk.nhs.estate.observation;

/// What DNSSEC says of an answer (RFC 4033 §5, RFC 4035 §4.3).
public sealed interface Security {

  /// A chain of signatures leads from a trust anchor to the answer.
  record Secure() implements Security {}

  /// The chain of trust ends above the answer, and that is proved.
  ///
  /// @param why who proves it, and how
  record Insecure(String why) implements Security {}

  /// The answer should be signed and cannot be verified.
  ///
  /// @param detail the signature, key or proof that fails: its type, signer, key tag and dates
  record Bogus(Reason reason, String detail) implements Security {
    /// What fails, in a sentence without its full stop.
    public String words() {
      return detail.isEmpty() ? reason.words() : reason.words() + " (" + detail + ")";
    }
  }

  /// It could not be asked.
  record Unchecked(Obstacle obstacle) implements Security {}

  /// Why an answer is bogus. `words` is what people read.
  enum Reason {
    SIGNATURE_EXPIRED("a signature has expired"),
    SIGNATURE_NOT_YET_VALID("a signature is not valid yet"),
    SIGNATURE_MISSING("records are not signed"),
    SIGNATURE_WRONG("a signature does not match what it signs"),
    SIGNATURE_WITHOUT_KEY("a signature is by a key that the zone does not publish"),
    KEYS_MISSING("the parent has a DS record, but the zone publishes no keys"),
    DIGEST_WRONG("no key of the zone matches what its parent or the trust anchor says"),
    KEYS_NOT_SIGNED("the zone's keys are not signed by a key that its parent names"),
    DENIAL_MISSING("there is no proof that the records do not exist"),
    DENIAL_WRONG("the proof that records do not exist does not prove it");

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
