package uk.nhs.estate.observation;

import java.time.Instant;

/// What one probe saw of one target, as it was sent. Parsed views are methods, so that a better
/// parser reaches what was seen long ago.
public sealed interface Facts
    permits AddressFacts, DnsFacts, HttpFacts, MailFacts, RegistrationFacts, TlsFacts {

  /// When it was seen.
  Instant seenAt();

  /// The same facts, seen at another time.
  Facts seenAt(Instant when);

  /// The same facts without what differs at every look (cache times, dates, nonces, session ids,
  /// durations): two looks saw the same exactly when their steady facts are equal. `seenAt` is
  /// [Instant#EPOCH].
  Facts steady();
}
