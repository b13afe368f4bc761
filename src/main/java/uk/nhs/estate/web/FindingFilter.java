package uk.nhs.estate.web;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.check.Severity;
import uk.nhs.estate.finding.Finding;

/// What a list of findings is narrowed to.
///
/// @param status a finding's status; `ALL` for every one
/// @param rule a rule's id
/// @param name a target's name
/// @param organisation an ODS code
public record FindingFilter(
    String status,
    @Nullable String severity,
    @Nullable String rule,
    @Nullable String name,
    @Nullable String organisation) {

  /// Reads what was asked; open findings unless something else was.
  static FindingFilter of(
      @Nullable String status,
      @Nullable String severity,
      @Nullable String rule,
      @Nullable String name,
      @Nullable String organisation) {
    var chosen =
        "ALL".equalsIgnoreCase(status)
            ? "ALL"
            : Address.oneOf(Finding.Status.class, "status", status);
    var target = Address.text(name);
    var code = Address.text(organisation);
    return new FindingFilter(
        Objects.requireNonNullElse(chosen, Finding.Status.OPEN.name()),
        Address.oneOf(Severity.class, "severity", severity),
        Address.text(rule),
        target == null ? null : target.toLowerCase(Locale.ROOT),
        code == null ? null : code.toUpperCase(Locale.ROOT));
  }

  Address address() {
    return Address.of("/findings")
        .with("status", status)
        .with("severity", severity)
        .with("rule", rule)
        .with("name", name)
        .with("organisation", organisation);
  }

  /// The status to look for; none for every one.
  @Nullable String onlyStatus() {
    return status.equals("ALL") ? null : status;
  }
}
