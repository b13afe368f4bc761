package uk.nhs.estate.probe.tls;

/// The ciphers that records are encrypted with. Each name begins with no other but the one before.
enum Bulk {
  AES_128_GCM(Mode.GCM, 16, 4),
  AES_256_GCM(Mode.GCM, 32, 4),
  CHACHA20_POLY1305(Mode.CHACHA20, 32, 12),
  AES_128_CCM(Mode.CCM, 16, 4),
  AES_128_CCM_8(Mode.CCM_8, 16, 4),
  AES_256_CCM(Mode.CCM, 32, 4),
  AES_256_CCM_8(Mode.CCM_8, 32, 4),
  AES_128_CBC(Mode.CBC, 16, 16),
  AES_256_CBC(Mode.CBC, 32, 16),
  TRIPLE_DES_EDE_CBC(Mode.CBC, 24, 8);

  /// How a cipher is used.
  enum Mode {
    GCM,
    CHACHA20,
    CCM,
    CCM_8,
    CBC
  }

  private final Mode mode;
  private final int keyLength;
  private final int fixedLength;

  Bulk(Mode mode, int keyLength, int fixedLength) {
    this.mode = mode;
    this.keyLength = keyLength;
    this.fixedLength = fixedLength;
  }

  Mode mode() {
    return mode;
  }

  int keyLength() {
    return keyLength;
  }

  /// How many octets of the key block go into the nonces or the first initialisation vector of TLS
  /// 1.2 and before: for CBC, the length of a block.
  int fixedLength() {
    return fixedLength;
  }
}
