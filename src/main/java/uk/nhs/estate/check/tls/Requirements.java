package uk.nhs.estate.check.tls;

import uk.nhs.estate.check.Standard;

/// What the CA/Browser Forum asks of public certification authorities.
final class Requirements {
  private Requirements() {}

  /// A section of the Baseline Requirements, version 2.2.6 of 31 March 2026.
  static Standard baseline(String section) {
    return new Standard(
        "CA/Browser Forum Baseline Requirements §" + section,
        "https://cabforum.org/working-groups/server/baseline-requirements/requirements/");
  }
}
