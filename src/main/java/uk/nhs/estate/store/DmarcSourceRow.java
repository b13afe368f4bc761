package uk.nhs.estate.store;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import uk.nhs.estate.report.MailSource;

/// How the messages of some days from one address fared.
///
/// @param authenticated names for which its SPF or DKIM passed, with spaces between them
@Introspected
public record DmarcSourceRow(
    String source,
    long messages,
    long dkim,
    long spf,
    long passed,
    long passedOn,
    long quarantined,
    long rejected,
    long reporters,
    boolean hasPassed,
    String authenticated) {

  /// In the words of the judgement.
  public MailSource mailSource() {
    return new MailSource(
        source,
        messages,
        passed,
        passedOn,
        hasPassed,
        authenticated.isEmpty() ? List.of() : List.of(authenticated.split(" ")));
  }
}
