package uk.nhs.estate.probe.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;

/// A session that a server may resume.
sealed interface PastSession {
  int version();

  SpokenSuite suite();

  /// Of TLS 1.2 and before.
  ///
  /// @param id by which it is known (RFC 5246 §7.4.1.2), or with a ticket one of our own, which the
  ///     server sends back if it resumes (RFC 5077 §3.4)
  /// @param ticket empty for none
  /// @param master its master secret
  /// @param extended whether that is an extended one (RFC 7627 §5.3)
  record Known(
      int version, SpokenSuite suite, byte[] id, byte[] ticket, byte[] master, boolean extended)
      implements PastSession {

    Known id(byte[] other) {
      return new Known(version, suite, other, ticket, master, extended);
    }

    Known ticket(byte[] other) {
      return new Known(version, suite, id, other, master, extended);
    }
  }

  /// Of TLS 1.3: a pre-shared key (RFC 8446 §4.6.1).
  ///
  /// @param group in which the key was agreed on
  /// @param since when it was handed out, as [System#nanoTime] has it
  record Shared(SpokenSuite suite, byte[] identity, byte[] key, long ageAdd, int group, long since)
      implements PastSession {
    @Override
    public int version() {
      return TLS_1_3;
    }
  }
}
