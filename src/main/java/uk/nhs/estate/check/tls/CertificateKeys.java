package uk.nhs.estate.check.tls;

import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.nhs.estate.check.ShownChain;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.certificate.CertifiedKey;

/// What the keys in certificates are worth.
final class CertificateKeys {
  private static final int LEAST_RSA_BITS = 2048;
  private static final int LEAST_CURVE_BITS = 256;

  /// The longest that was factored in public, RSA-250 in 2020.
  private static final int FACTORED_BITS = 829;

  private CertificateKeys() {}

  /// A fault for the keys of a kind, of the site's certificate and of intermediate ones.
  static Verdict faults(ShownChain chain, Predicate<CertifiedKey> faulty) {
    var found =
        Stream.concat(Stream.of(chain.leaf()), chain.intermediates().stream())
            .filter(its -> faulty.test(its.key()))
            .map(its -> words(its.key()) + " in " + SentCertificates.words(its))
            .collect(Collectors.joining("; "));
    return Verdict.passIf(found.isEmpty(), found);
  }

  private static String words(CertifiedKey key) {
    return key.exponent() == null ? key.words() : key.words() + ", exponent " + key.exponent();
  }

  /// Whether it is shorter than public authorities may certify (Baseline Requirements §6.1.5), or
  /// of a kind that browsers no longer know. A curve of a size that we do not know is not weak.
  static boolean isWeak(CertifiedKey key) {
    return switch (key.algorithm()) {
      case "RSA", "RSASSA-PSS" -> key.bits() < LEAST_RSA_BITS;
      case "EC" -> key.bits() > 0 && key.bits() < LEAST_CURVE_BITS;
      case "DSA" -> true;
      default -> false;
    };
  }

  /// Whether it has been shown in public how to break it. An exponent of one leaves what it is to
  /// hide as it was, an even one has no inverse.
  static boolean isBreakable(CertifiedKey key) {
    var exponent = key.exponent();
    return exponent != null
        && (key.bits() <= FACTORED_BITS || exponent.bitLength() <= 1 || !exponent.testBit(0));
  }
}
