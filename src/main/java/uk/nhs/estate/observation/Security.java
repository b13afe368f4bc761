package uk.nhs.estate.observation;

import org.jspecify.annotations.Nullable;

/// What DNSSEC says of an answer (RFC 4033 §5, RFC 4035 §4.3).
public sealed interface Security {

  /// What people read of a verdict that may be missing, in a word or two.
  static String state(@Nullable Security security) {
    return switch (security) {
      case null -> "not validated";
      case Secure _ -> "secure";
      case Insecure _ -> "not protected";
      case Bogus _ -> "broken";
      case Unchecked _ -> "could not check";
    };
  }

  /// The same with the reason, in a sentence without its full stop.
  static String words(@Nullable Security security) {
    return switch (security) {
      case null -> state(null);
      case Secure _ -> state(security);
      case Insecure(var why) -> state(security) + ": " + why;
      case Bogus(var reason, var detail) ->
          state(security) + ": " + reason.words() + (detail.isEmpty() ? "" : " (" + detail + ")");
      case Unchecked(var obstacle) -> state(security) + ": " + obstacle.words();
    };
  }

  /// A chain of signatures leads from a trust anchor to the answer.
  record Secure() implements Security {}

  /// The chain of trust ends above the answer, and that is proved.
  ///
  /// @param why who proves it, and how
  record Insecure(String why) implements Security {}

  /// The answer should be signed and cannot be verified.
  ///
  /// @param detail the signature, key or proof that fails: its type, signer, key tag and dates
  record Bogus(Reason reason, String detail) implements Security {}

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
