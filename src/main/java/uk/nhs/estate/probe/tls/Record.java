package uk.nhs.estate.probe.tls;

/// A record (RFC 8446 §5.1).
///
/// @param version as it says; nothing is to be made of it
record Record(int type, int version, byte[] fragment) {
  static final int CHANGE_CIPHER_SPEC = 20;
  static final int ALERT = 21;
  static final int HANDSHAKE = 22;
  static final int APPLICATION = 23;
  static final int HEARTBEAT = 24;
}
