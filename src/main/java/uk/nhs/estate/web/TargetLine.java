package uk.nhs.estate.web;

import uk.nhs.estate.store.TargetStandingRow;

/// A target in a list.
public record TargetLine(TargetStandingRow row, Age age) {

  /// The address of its page.
  public String path() {
    return Words.path(row.kind(), row.name());
  }
}
