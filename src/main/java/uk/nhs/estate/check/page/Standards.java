package uk.nhs.estate.check.page;

import uk.nhs.estate.check.Standard;

/// Standards that several checks of pages rest on.
final class Standards {
  static final Standard INTEGRITY =
      new Standard("Subresource Integrity §3", "https://www.w3.org/TR/sri-2/");

  static final Standard MIXED =
      new Standard("Mixed Content §4", "https://www.w3.org/TR/mixed-content/#algorithms");

  private Standards() {}
}
