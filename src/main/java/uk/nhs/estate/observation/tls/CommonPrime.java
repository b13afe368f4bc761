package uk.nhs.estate.observation.tls;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A prime of Diffie-Hellman that many servers share.
///
/// @param hash the SHA-256 of its octets without leading zeros
/// @param whose where it comes from, such as `RFC 3526 group 14`
public record CommonPrime(String hash, String whose) {

  private static final class Registry {
    static final Map<String, CommonPrime> BY_HASH =
        RegistryFile.read("common-primes.txt", CommonPrime::of).stream()
            .collect(Collectors.toMap(CommonPrime::hash, prime -> prime));
  }

  /// Whose a prime is; nobody's if it is the server's own.
  public static Optional<CommonPrime> of(BigInteger prime) {
    var octets = prime.toByteArray();
    int from = octets[0] == 0 ? 1 : 0;
    var hash = sha256().digest(Arrays.copyOfRange(octets, from, octets.length));
    return Optional.ofNullable(Registry.BY_HASH.get(HexFormat.of().formatHex(hash)));
  }

  private static CommonPrime of(String[] columns) {
    return new CommonPrime(
        columns[0], String.join(" ", Arrays.asList(columns).subList(2, columns.length)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
