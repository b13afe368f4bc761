package uk.nhs.estate.probe.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The cipher suites that we can speak and not only offer, by their IANA names.
enum SpokenSuite {
  TLS_AES_128_GCM_SHA256(0x1301),
  TLS_AES_256_GCM_SHA384(0x1302),
  TLS_CHACHA20_POLY1305_SHA256(0x1303),
  TLS_AES_128_CCM_SHA256(0x1304),
  TLS_AES_128_CCM_8_SHA256(0x1305),
  TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256(0xc02b),
  TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256(0xc02f),
  TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384(0xc02c),
  TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384(0xc030),
  TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256(0xcca9),
  TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256(0xcca8),
  TLS_ECDHE_ECDSA_WITH_AES_128_CCM(0xc0ac),
  TLS_ECDHE_ECDSA_WITH_AES_256_CCM(0xc0ad),
  TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8(0xc0ae),
  TLS_ECDHE_ECDSA_WITH_AES_256_CCM_8(0xc0af),
  TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA(0xc009),
  TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA(0xc013),
  TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA(0xc00a),
  TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA(0xc014),
  TLS_RSA_WITH_AES_128_GCM_SHA256(0x009c),
  TLS_RSA_WITH_AES_256_GCM_SHA384(0x009d),
  TLS_RSA_WITH_AES_128_CBC_SHA(0x002f),
  TLS_RSA_WITH_AES_256_CBC_SHA(0x0035),
  // those that no browser offers any more
  TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256(0xc023),
  TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256(0xc027),
  TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384(0xc024),
  TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384(0xc028),
  TLS_DHE_RSA_WITH_AES_128_GCM_SHA256(0x009e),
  TLS_DHE_RSA_WITH_AES_256_GCM_SHA384(0x009f),
  TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256(0xccaa),
  TLS_DHE_RSA_WITH_AES_128_CCM(0xc09e),
  TLS_DHE_RSA_WITH_AES_256_CCM(0xc09f),
  TLS_DHE_RSA_WITH_AES_128_CBC_SHA256(0x0067),
  TLS_DHE_RSA_WITH_AES_256_CBC_SHA256(0x006b),
  TLS_DHE_RSA_WITH_AES_128_CBC_SHA(0x0033),
  TLS_DHE_RSA_WITH_AES_256_CBC_SHA(0x0039),
  TLS_RSA_WITH_AES_128_CCM(0xc09c),
  TLS_RSA_WITH_AES_256_CCM(0xc09d),
  TLS_RSA_WITH_AES_128_CBC_SHA256(0x003c),
  TLS_RSA_WITH_AES_256_CBC_SHA256(0x003d),
  TLS_ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA(0xc008),
  TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA(0xc012),
  TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA(0x0016),
  TLS_RSA_WITH_3DES_EDE_CBC_SHA(0x000a);

  /// How a secret is agreed on.
  enum Exchange {
    /// In a way that the suite does not say (RFC 8446 §4.1.1).
    ANY,
    ECDHE,
    DHE,
    /// The client sends it under the key of the certificate (RFC 5246 §7.4.7.1).
    RSA
  }

  private final int code;

  SpokenSuite(int code) {
    this.code = code;
  }

  /// The number that IANA gave it.
  int code() {
    return code;
  }

  static Optional<SpokenSuite> of(int code) {
    return Stream.of(values()).filter(suite -> suite.code == code).findFirst();
  }

  boolean isOfTls13() {
    return !name().contains("_WITH_");
  }

  /// Whether it can be chosen in a version: those of TLS 1.2 were no part of what went before.
  boolean isOf(int version) {
    return version >= TLS_1_3
        ? isOfTls13()
        : !isOfTls13() && (version == TLS_1_2 || name().endsWith("_SHA"));
  }

  /// Those that browsers of 2026 offer.
  static List<SpokenSuite> ofBrowsers() {
    return EnumSet.range(TLS_AES_128_GCM_SHA256, TLS_RSA_WITH_AES_256_CBC_SHA).stream()
        .filter(suite -> !suite.name().contains("CCM"))
        .toList();
  }

  Exchange exchange() {
    if (isOfTls13()) {
      return Exchange.ANY;
    }
    if (name().startsWith("TLS_ECDHE_")) {
      return Exchange.ECDHE;
    }
    return name().startsWith("TLS_DHE_") ? Exchange.DHE : Exchange.RSA;
  }

  /// The hash of the key schedule or the pseudo-random function in a version (RFC 5246 §5).
  Digest digest(int version) {
    if (version < TLS_1_2) {
      return Digest.MD5_SHA1;
    }
    return name().endsWith("_SHA384") ? Digest.SHA_384 : Digest.SHA_256;
  }

  /// What records are encrypted with.
  Bulk bulk() {
    var cipher = isOfTls13() ? name().substring(4) : name().substring(name().indexOf("_WITH_") + 6);
    return Stream.of(Bulk.values())
        .filter(bulk -> (cipher + "_").startsWith(bulk.name().replace("TRIPLE_DES", "3DES") + "_"))
        .reduce((shorter, longer) -> longer)
        .orElseThrow();
  }

  /// The hash of the MAC of a suite in CBC mode, as the Java platform names it.
  String mac() {
    var name = name().substring(name().lastIndexOf('_') + 1);
    return name.equals("SHA") ? "SHA1" : name;
  }
}
