package uk.nhs.estate.practice;

/// How a signed zone proves what it does not have.
public sealed interface Denial {

  /// By the names before and after (RFC 4034 §4).
  record Nsec() implements Denial {}

  /// By hashes of names (RFC 5155).
  ///
  /// @param salt in hexadecimal, empty for none
  /// @param optOut whether delegations to unsigned zones are left out (RFC 5155 §6)
  record Nsec3(int iterations, String salt, boolean optOut) implements Denial {

    /// As it should be: no more iterations, no salt (RFC 9276 §3.1).
    public static Nsec3 plain() {
      return new Nsec3(0, "", false);
    }
  }
}
