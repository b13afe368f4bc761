package uk.nhs.estate.register;

/// How far a look may go at a target.
public enum ScanLevel {
  /// Not at all: its owner has opted out.
  NONE(0),
  /// DNS, and one visit as a browser makes it.
  PASSIVE(1),
  /// What anybody may ask a public server; the default.
  ORDINARY(2),
  /// Probes for flaws as well; needs proof that the asker controls the target.
  THOROUGH(3);

  private final int number;

  ScanLevel(int number) {
    this.number = number;
  }

  /// The level as people say it, 0 to 3.
  public int number() {
    return number;
  }

  /// The level of that number.
  ///
  /// @throws Refusal if there is none
  public static ScanLevel of(int number) {
    for (var level : values()) {
      if (level.number == number) {
        return level;
      }
    }
    throw new Refusal(
        "scan_level",
        "There is no scan level "
            + number
            + ": give 0 (none), 1 (passive), 2 (ordinary) or 3 (thorough).");
  }

  /// True if a look that needs the given level may be made.
  public boolean allows(ScanLevel needed) {
    return number >= needed.number;
  }
}
