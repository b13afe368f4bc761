package uk.nhs.estate.observation.certificate;

/// How strictly a chain is judged: which flaws break it.
public enum Profile {
  /// As browsers do: what does not hurt visitors is told, and breaks nothing.
  BROWSER,
  /// All that RFC 5280 asks of authorities too.
  RFC_5280,
  /// All that the CA/Browser Forum asks of authorities on top.
  WEB_PKI;

  /// Whether a chain is broken by flaws of a weight.
  boolean minds(Weight weight) {
    return switch (weight) {
      case FATAL -> true;
      case STANDARD -> this != BROWSER;
      case BASELINE -> this == WEB_PKI;
      case REMARK -> false;
    };
  }
}
