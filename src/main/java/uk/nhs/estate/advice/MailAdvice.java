package uk.nhs.estate.advice;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.nhs.estate.observation.MailFacts;

/// Says which records a domain should publish next for its mail: one step for each subject, and
/// none where all is well or could not be asked.
public final class MailAdvice {
  private MailAdvice() {}

  /// The next steps, what protects most first.
  public static List<Advice> of(MailFacts mail) {
    if (mail.txt().provesThatTheNameDoesNotExist()) {
      return List.of();
    }
    return Stream.of(
            DmarcAdvice.of(mail),
            SpfAdvice.of(mail),
            TransportAdvice.nullMx(mail),
            TransportAdvice.tlsReports(mail),
            TransportAdvice.strictTransport(mail))
        .flatMap(Optional::stream)
        .toList();
  }
}
