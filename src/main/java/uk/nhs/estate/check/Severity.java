package uk.nhs.estate.check;

/// How much a fault matters, in the words of the NCSC's retired Web Check and Mail Check.
public enum Severity {
  URGENT("Urgent"),
  ADVISORY("Advisory"),
  INFORMATIONAL("Informational");

  private final String words;

  Severity(String words) {
    this.words = words;
  }

  /// What people read.
  public String words() {
    return words;
  }
}
