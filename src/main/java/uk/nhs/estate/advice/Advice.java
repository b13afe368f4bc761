package uk.nhs.estate.advice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One record to publish next.
///
/// @param subject what it is about, such as `DMARC`
/// @param publish the record, whole
/// @param file what belongs on the web beside it; mostly none
/// @param replaces the texts of the records that it takes the place of, which must go
/// @param reason why this is the next step, in a sentence
/// @param changes what is different from today, in words
/// @param first what to look at before, since the step may hit real mail; empty when it cannot
public record Advice(
    String subject,
    ZoneRecord publish,
    @Nullable WebFile file,
    List<String> replaces,
    String reason,
    List<String> changes,
    List<String> first) {

  public Advice {
    replaces = List.copyOf(replaces);
    changes = List.copyOf(changes);
    first = List.copyOf(first);
  }
}
