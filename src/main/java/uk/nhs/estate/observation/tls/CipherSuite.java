package uk.nhs.estate.observation.tls;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A cipher suite and what it is made of.
///
/// @param code as on the wire
/// @param name as IANA lists it; its number if nobody lists it
/// @param opensslName as OpenSSL calls it; none if it has no name for it
/// @param cipher such as `AES`; `NULL` for no encryption
/// @param bits the strength of the encryption: the length of its key, for 3DES 112
/// @param mac what authenticates records, such as `SHA`; `AEAD` when the cipher does
/// @param since the versions in which servers take it, by the column of the table
public record CipherSuite(
    int code,
    String name,
    Optional<String> opensslName,
    KeyExchange keyExchange,
    Authentication authentication,
    String cipher,
    int bits,
    Mode mode,
    String mac,
    Since since) {

  private static final Set<String> BLOCKS_OF_64_BITS = Set.of("DES", "3DES", "IDEA", "RC2");

  /// How the keys of a connection are agreed on.
  public enum KeyExchange {
    NULL,
    /// The client encrypts a secret with the key of the certificate.
    RSA,
    /// The certificate holds a Diffie-Hellman key.
    DH,
    /// Keys of Diffie-Hellman that are made anew.
    DHE,
    /// The certificate holds a key on an elliptic curve, which both sides use as it is.
    ECDH,
    /// Keys on elliptic curves that are made anew.
    ECDHE,
    PSK,
    RSA_PSK,
    DHE_PSK,
    ECDHE_PSK,
    KRB5,
    SRP,
    ECCPWD,
    GOST,
    CECPQ1,
    FORTEZZA,
    /// TLS 1.3 agrees on it apart from the suite.
    ANY,
    /// Nobody lists the suite.
    UNKNOWN
  }

  /// How the server proves who it is.
  public enum Authentication {
    /// Not at all.
    NONE,
    RSA,
    DSS,
    ECDSA,
    PSK,
    KRB5,
    SRP,
    PASSWORD,
    GOST,
    FORTEZZA,
    /// TLS 1.3 agrees on it apart from the suite.
    ANY,
    /// Nobody lists the suite.
    UNKNOWN
  }

  /// How records are encrypted.
  public enum Mode {
    /// Not at all.
    NULL,
    STREAM,
    CBC,
    GCM,
    CCM,
    /// With a tag of 8 octets.
    CCM_8,
    POLY1305,
    MGM,
    AEGIS,
    /// Nobody lists the suite.
    UNKNOWN
  }

  /// The versions in which servers take a suite.
  public enum Since {
    SSL_2_ONLY("SSL2", 0x0002, 0x0002),
    SSL_3("SSL3+", 0x0300, 0x0303),
    TLS_1_0("TLS1.0+", 0x0301, 0x0303),
    TLS_1_2("TLS1.2", 0x0303, 0x0303),
    TLS_1_3("TLS1.3", 0x0304, 0x0304),
    /// Nobody lists the suite.
    UNKNOWN("", 0, 0);

    private final String column;
    private final int first;
    private final int last;

    Since(String column, int first, int last) {
      this.column = column;
      this.first = first;
      this.last = last;
    }

    private static Since of(String column) {
      return Stream.of(values()).filter(it -> it.column.equals(column)).findFirst().orElseThrow();
    }
  }

  private static final class Registry {
    static final List<CipherSuite> ALL = RegistryFile.read("cipher-suites.txt", CipherSuite::of);
    static final Map<Integer, CipherSuite> SSL_2 = byCode(true);
    static final Map<Integer, CipherSuite> LATER = byCode(false);

    private static Map<Integer, CipherSuite> byCode(boolean ssl2) {
      return ALL.stream()
          .filter(suite -> ssl2 == (suite.since == Since.SSL_2_ONLY))
          .collect(Collectors.toMap(CipherSuite::code, Function.identity()));
    }
  }

  /// What a number means in a version; a number that nobody lists is a suite of which nothing is
  /// known.
  ///
  /// @param version since those of SSL 2.0 are numbered apart
  public static CipherSuite of(int version, int code) {
    var known = (version == TlsVersion.SSL_2 ? Registry.SSL_2 : Registry.LATER).get(code);
    return known == null
        ? new CipherSuite(
            code,
            RegistryFile.unknown(code),
            Optional.empty(),
            KeyExchange.UNKNOWN,
            Authentication.UNKNOWN,
            "unknown",
            0,
            Mode.UNKNOWN,
            "unknown",
            Since.UNKNOWN)
        : known;
  }

  /// The numbers of all suites that servers take in a version, in ascending order.
  public static List<Integer> codes(int version) {
    return Registry.ALL.stream()
        .filter(suite -> suite.isOf(version))
        .map(CipherSuite::code)
        .toList();
  }

  /// Every suite there is.
  public static List<CipherSuite> all() {
    return Registry.ALL;
  }

  private static CipherSuite of(String[] columns) {
    return new CipherSuite(
        Integer.parseInt(columns[0], 16),
        columns[1],
        columns[2].equals("-") ? Optional.empty() : Optional.of(columns[2]),
        KeyExchange.valueOf(columns[3]),
        Authentication.valueOf(columns[4]),
        columns[5],
        Integer.parseInt(columns[6]),
        Mode.valueOf(columns[7]),
        columns[8],
        Since.of(columns[9]));
  }

  /// Whether servers take it in a version.
  public boolean isOf(int version) {
    return version >= since.first && version <= since.last;
  }

  /// Whether it is on a list.
  public boolean isKnown() {
    return since != Since.UNKNOWN;
  }

  /// Whether it means nothing and is sent to see whether the other side minds (RFC 8701).
  public boolean isGrease() {
    return !isKnown() && RegistryFile.isGrease(code);
  }

  /// Whether it encrypts nothing.
  public boolean isNull() {
    return mode == Mode.NULL;
  }

  /// Whether the server does not prove who it is.
  public boolean isAnonymous() {
    return authentication == Authentication.NONE;
  }

  /// Whether its keys were cut short for export.
  public boolean isExport() {
    return name.contains("EXPORT");
  }

  /// Whether both sides must share a secret beforehand.
  public boolean needsSharedSecret() {
    return switch (keyExchange) {
      case PSK, RSA_PSK, DHE_PSK, ECDHE_PSK, SRP, ECCPWD, KRB5 -> true;
      case NULL, RSA, DH, DHE, ECDH, ECDHE, GOST, CECPQ1, FORTEZZA, ANY, UNKNOWN -> false;
    };
  }

  /// Whether what was recorded stays secret when the server's key becomes known later.
  public boolean isForwardSecret() {
    return switch (keyExchange) {
      case DHE, ECDHE, DHE_PSK, ECDHE_PSK, SRP, ECCPWD, CECPQ1, ANY -> true;
      case NULL, RSA, DH, ECDH, PSK, RSA_PSK, KRB5, GOST, FORTEZZA, UNKNOWN -> false;
    };
  }

  /// Whether encryption and authentication are one (RFC 5116).
  public boolean isAead() {
    return switch (mode) {
      case GCM, CCM, CCM_8, POLY1305, MGM, AEGIS -> true;
      case NULL, STREAM, CBC, UNKNOWN -> false;
    };
  }

  /// Whether it chains blocks of 64 bits, which begin to repeat after 32 GB.
  public boolean hasShortBlocks() {
    return mode == Mode.CBC && BLOCKS_OF_64_BITS.contains(cipher);
  }
}
