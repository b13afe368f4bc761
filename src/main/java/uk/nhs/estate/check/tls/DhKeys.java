package uk.nhs.estate.check.tls;

import static java.util.stream.Collectors.joining;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import uk.nhs.estate.check.OfferedSuites;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.TlsPosture.KeyShown;
import uk.nhs.estate.observation.tls.CipherSuite;
import uk.nhs.estate.observation.tls.CipherSuite.KeyExchange;
import uk.nhs.estate.observation.tls.CommonPrime;
import uk.nhs.estate.observation.tls.TlsVersion;

/// What the checks of the numbers of Diffie-Hellman have in common.
final class DhKeys {
  private DhKeys() {}

  /// A prime that a server sent, and what it counts from.
  record Sent(int version, BigInteger prime, BigInteger generator) {

    static Optional<Sent> of(KeyShown key) {
      return key.prime() == null || key.generator() == null
          ? Optional.empty()
          : Optional.of(
              new Sent(
                  key.version(),
                  new BigInteger(1, key.prime().bytes()),
                  new BigInteger(1, key.generator().bytes())));
    }

    int bits() {
      return prime.bitLength();
    }

    /// Such as `a prime of 1024 bits (that of RFC 2409 group 2) in TLS 1.2`.
    String words() {
      return "a prime of %d bits%s in %s"
          .formatted(
              bits(),
              CommonPrime.of(prime).map(its -> " (that of " + its.whose() + ")").orElse(""),
              TlsVersion.name(version));
    }
  }

  /// A fault for the primes of which there is something to say. In order only when every key that
  /// may have such a prime was seen.
  ///
  /// @param fault what is to be said, nothing of those in order
  static Verdict judge(TlsPosture posture, Function<Sent, Optional<String>> fault) {
    var sent = posture.keys().stream().flatMap(key -> Sent.of(key).stream()).toList();
    var faults = sent.stream().flatMap(key -> fault.apply(key).stream()).distinct().toList();
    if (!faults.isEmpty()) {
      return new Verdict.Fail("", faults.stream().collect(joining("; ")));
    }
    if (!sent.isEmpty()) {
      return new Verdict.Pass();
    }
    return offersDiffieHellman(posture) && !namesItsGroup(posture)
        ? Verdict.Unknown.lasting("its prime of Diffie-Hellman was not seen")
        : OfferedSuites.BEFORE_TLS_1_3.stream()
            .flatMap(version -> OfferedSuites.hidden(posture, version).stream())
            .map(Verdict.class::cast)
            .findFirst()
            .orElseGet(Verdict.Pass::new);
  }

  private static boolean offersDiffieHellman(TlsPosture posture) {
    return OfferedSuites.BEFORE_TLS_1_3.stream()
        .anyMatch(
            version ->
                posture.suites(version).map(TlsPosture.Suites::codes).orElse(List.of()).stream()
                    .map(code -> CipherSuite.of(version, code).keyExchange())
                    .anyMatch(DhKeys::sendsPrime));
  }

  private static boolean sendsPrime(KeyExchange exchange) {
    return exchange == KeyExchange.DHE || exchange == KeyExchange.DHE_PSK;
  }

  /// Whether a suite with Diffie-Hellman was seen to take a group that everybody knows (RFC 7919).
  private static boolean namesItsGroup(TlsPosture posture) {
    return posture.keys().stream()
        .anyMatch(
            key ->
                key.prime() == null
                    && sendsPrime(CipherSuite.of(key.version(), key.suite()).keyExchange()));
  }
}
