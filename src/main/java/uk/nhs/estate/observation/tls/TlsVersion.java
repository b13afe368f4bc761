package uk.nhs.estate.observation.tls;

import java.util.stream.IntStream;

/// The names of versions.
public final class TlsVersion {
  static final int SSL_2 = 0x0002;
  static final int SSL_3 = 0x0300;
  static final int TLS_1_0 = 0x0301;
  static final int TLS_1_2 = 0x0303;
  static final int TLS_1_3 = 0x0304;

  private TlsVersion() {}

  /// What people call a version, such as `TLS 1.2`; its number if nobody calls it anything.
  ///
  /// @param version as in a ClientHello
  public static String name(int version) {
    return switch (version) {
      case SSL_2 -> "SSL 2.0";
      case SSL_3 -> "SSL 3.0";
      case TLS_1_0 -> "TLS 1.0";
      case 0x0302 -> "TLS 1.1";
      case TLS_1_2 -> "TLS 1.2";
      case TLS_1_3 -> "TLS 1.3";
      default -> RegistryFile.unknown(version);
    };
  }

  /// The number of a version by its name, the other way round.
  ///
  /// @throws IllegalArgumentException if no version is called so
  public static int code(String name) {
    return IntStream.concat(IntStream.of(SSL_2), IntStream.rangeClosed(SSL_3, TLS_1_3))
        .filter(version -> name(version).equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No version of TLS: " + name));
  }
}
