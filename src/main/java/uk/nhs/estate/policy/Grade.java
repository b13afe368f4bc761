package uk.nhs.estate.policy;

/// A score in a letter.
public enum Grade {
  A,
  B,
  C,
  D,
  E,
  F
}
