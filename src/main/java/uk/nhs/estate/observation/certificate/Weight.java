package uk.nhs.estate.observation.certificate;

/// Who minds a flaw.
public enum Weight {
  /// Everybody: path validation ends there (RFC 5280 §6), in browsers too.
  FATAL,
  /// RFC 5280 §4 asks authorities not to do it; who validates may let it pass.
  STANDARD,
  /// The CA/Browser Forum's Baseline Requirements ask authorities not to do it.
  BASELINE,
  /// Nobody any more, though RFC 5280 asks for something else.
  REMARK
}
