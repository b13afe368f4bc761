package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.check.dnssec.Algorithm.Use.MAY;
import static uk.nhs.estate.check.dnssec.Algorithm.Use.MUST_NOT;
import static uk.nhs.estate.check.dnssec.Algorithm.Use.NOT_RECOMMENDED;
import static uk.nhs.estate.check.dnssec.Algorithm.Use.RECOMMENDED;

import java.util.Optional;
import java.util.stream.Stream;

/// A signing algorithm of the registry "DNS Security Algorithm Numbers" with its column "Use for
/// DNSSEC Signing" (RFC 9904 §3, changed by RFC 9905 §5 and RFC 9906).
enum Algorithm {
  RSAMD5(1, "RSAMD5", MUST_NOT),
  DSA(3, "DSA", MUST_NOT),
  RSASHA1(5, "RSASHA1", MUST_NOT),
  DSA_NSEC3_SHA1(6, "DSA-NSEC3-SHA1", MUST_NOT),
  RSASHA1_NSEC3_SHA1(7, "RSASHA1-NSEC3-SHA1", MUST_NOT),
  RSASHA256(8, "RSASHA256", RECOMMENDED),
  RSASHA512(10, "RSASHA512", NOT_RECOMMENDED),
  ECC_GOST(12, "ECC-GOST", MUST_NOT),
  ECDSAP256SHA256(13, "ECDSAP256SHA256", RECOMMENDED),
  ECDSAP384SHA384(14, "ECDSAP384SHA384", MAY),
  ED25519(15, "ED25519", RECOMMENDED),
  ED448(16, "ED448", MAY);

  /// May a zone be signed with it?
  enum Use {
    RECOMMENDED,
    MAY,
    NOT_RECOMMENDED,
    MUST_NOT
  }

  private final int number;
  private final String mnemonic;
  private final Use use;

  Algorithm(int number, String mnemonic, Use use) {
    this.number = number;
    this.mnemonic = mnemonic;
    this.use = use;
  }

  /// May a zone be signed with it?
  Use use() {
    return use;
  }

  /// The algorithm with a number; none when validators commonly know no such algorithm.
  static Optional<Algorithm> of(int number) {
    return Stream.of(values()).filter(one -> one.number == number).findFirst();
  }

  /// Number and mnemonic, as people write it.
  static String label(int number) {
    return number + of(number).map(known -> " (" + known.mnemonic + ")").orElse(" (unknown)");
  }
}
