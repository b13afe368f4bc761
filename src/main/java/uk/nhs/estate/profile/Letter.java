package uk.nhs.estate.profile;

/// The letters of SSL Labs, the best first.
public enum Letter {
  A_PLUS("A+"),
  A("A"),
  A_MINUS("A-"),
  B("B"),
  C("C"),
  D("D"),
  E("E"),
  F("F"),
  /// The certificate is for another name.
  M("M"),
  /// The certificate is not trusted.
  T("T");

  private final String words;

  Letter(String words) {
    this.words = words;
  }

  /// What people read.
  public String words() {
    return words;
  }

  /// The worse of two.
  Letter worse(Letter other) {
    return compareTo(other) < 0 ? other : this;
  }

  /// The letter for a score (rating guide, table 1).
  static Letter of(int score) {
    if (score >= 80) {
      return A;
    }
    if (score >= 65) {
      return B;
    }
    if (score >= 50) {
      return C;
    }
    if (score >= 35) {
      return D;
    }
    return score >= 20 ? E : F;
  }
}
