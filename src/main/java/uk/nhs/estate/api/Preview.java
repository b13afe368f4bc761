package uk.nhs.estate.api;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import uk.nhs.estate.advice.Consequences;
import uk.nhs.estate.check.Severity;

/// What the checks would say otherwise than today were a proposal carried out.
///
/// @param observedAt when that was seen which this rests on
/// @param opens faults that there would be, and are not there today
/// @param closes faults of today that there would not be any more
/// @param stays faults of today that there would still be
/// @param unchecked what could not be checked
@Serdeable
record Preview(
    Instant observedAt,
    List<Found> opens,
    List<Found> closes,
    List<Found> stays,
    List<Unchecked> unchecked) {

  /// A fault.
  ///
  /// @param subject what is wrong; empty when it is the domain or site itself
  /// @param evidence what would be seen; of a fault that closes, what was
  @Serdeable
  @Schema(name = "PreviewedFault")
  record Found(
      String rule, Severity severity, String title, String subject, String evidence, String fix) {

    private static Found of(Consequences.Found found) {
      return new Found(
          found.rule().id(),
          found.rule().severity(),
          found.rule().title(),
          found.fault().subject(),
          found.fault().evidence(),
          found.rule().fix());
    }
  }

  /// A check that could not be made, or not of everything.
  @Serdeable
  @Schema(name = "UncheckedRule")
  record Unchecked(String rule, String title, String reason) {}

  static Preview of(Instant observedAt, Consequences preview) {
    return new Preview(
        observedAt,
        preview.opens().stream().map(Found::of).toList(),
        preview.closes().stream().map(Found::of).toList(),
        preview.stays().stream().map(Found::of).toList(),
        preview.unchecked().stream()
            .map(one -> new Unchecked(one.rule().id(), one.rule().title(), one.reason()))
            .toList());
  }
}
