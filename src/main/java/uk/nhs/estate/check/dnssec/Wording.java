package uk.nhs.estate.check.dnssec;

import uk.nhs.estate.observation.text.DnskeyData;
import uk.nhs.estate.observation.text.DsData;

/// How keys and what vouches for them are called in evidence.
final class Wording {
  private Wording() {}

  /// A key, by its tag and algorithm.
  static String of(DnskeyData key) {
    return "DNSKEY " + key.keyTag() + ", algorithm " + Algorithm.label(key.algorithm());
  }

  /// A DS record, by the tag and algorithm of its key, and its digest.
  static String of(DsData ds) {
    return "DS "
        + ds.keyTag()
        + ", algorithm "
        + Algorithm.label(ds.algorithm())
        + ", digest "
        + ds.digestType()
        + " ("
        + digest(ds)
        + ")";
  }

  /// The name of the digest (RFC 9904 §4).
  static String digest(DsData ds) {
    return switch (ds.digestType()) {
      case 1 -> "SHA-1";
      case 2 -> "SHA-256";
      case 3 -> "GOST R 34.11-94";
      case 4 -> "SHA-384";
      case 5 -> "GOST R 34.11-2012";
      case 6 -> "SM3";
      default -> "unknown";
    };
  }
}
