package uk.nhs.estate.lab;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// What TLS servers say in the clear, octet by octet (RFC 5246 §7.4, RFC 8446 §4).
public final class LabMessages {
  static final int CHANGE_CIPHER_SPEC = 20;
  static final int ALERT = 21;
  static final int HANDSHAKE = 22;
  static final int HEARTBEAT = 24;

  static final int HELLO_REQUEST = 0;
  static final int SERVER_HELLO = 2;
  static final int CERTIFICATE = 11;
  static final int SERVER_KEY_EXCHANGE = 12;
  static final int SERVER_HELLO_DONE = 14;

  /// SHA-256 of "HelloRetryRequest" (RFC 8446 §4.1.3).
  private static final String RETRY =
      "cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c";

  private static final int MOST_IN_A_RECORD = 16384;

  private LabMessages() {}

  static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  static byte[] join(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (var part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /// A number of as many octets.
  static byte[] number(int value, int octets) {
    return Arrays.copyOfRange(ByteBuffer.allocate(4).putInt(value).array(), 4 - octets, 4);
  }

  /// What has its length before it, in as many octets.
  static byte[] counted(int octets, byte[]... parts) {
    var all = join(parts);
    return join(number(all.length, octets), all);
  }

  /// Records of one type, as many as it takes.
  static byte[] records(int type, byte[] content) {
    var all = new ByteArrayOutputStream();
    for (int from = 0; from == 0 || from < content.length; from += MOST_IN_A_RECORD) {
      var part =
          Arrays.copyOfRange(content, from, Math.min(content.length, from + MOST_IN_A_RECORD));
      all.writeBytes(join(number(type, 1), number(0x0303, 2), counted(2, part)));
    }
    return all.toByteArray();
  }

  static byte[] handshake(int type, byte[]... body) {
    return records(HANDSHAKE, join(number(type, 1), counted(3, body)));
  }

  public static byte[] warning(int description) {
    return records(ALERT, new byte[] {1, (byte) description});
  }

  public static byte[] fatal(int description) {
    return records(ALERT, new byte[] {2, (byte) description});
  }

  static byte[] extension(int type, byte[]... value) {
    return join(number(type, 2), counted(2, value));
  }

  static byte[] serverHello(int version, int suite, byte[] sessionId, byte[]... extensions) {
    return serverHello(version, new byte[32], suite, sessionId, extensions);
  }

  private static byte[] serverHello(
      int version, byte[] random, int suite, byte[] sessionId, byte[]... extensions) {
    return handshake(
        SERVER_HELLO,
        number(version, 2),
        random,
        counted(1, sessionId),
        number(suite, 2),
        number(0, 1),
        extensions.length == 0 ? new byte[0] : counted(2, extensions));
  }

  /// A ServerHello of TLS 1.3, with a share of a key in a group.
  static byte[] serverHello13(LabHello hello, int suite, int group) {
    var share = join(number(group, 2), counted(2, new byte[32]));
    return serverHello(
        0x0303,
        suite,
        hello.sessionId(),
        extension(LabHello.SUPPORTED_VERSIONS, number(0x0304, 2)),
        extension(LabHello.KEY_SHARE, share));
  }

  /// A HelloRetryRequest that wants another group.
  static byte[] retry(LabHello hello, int suite, int group) {
    return serverHello(
        0x0303,
        hex(RETRY),
        suite,
        hello.sessionId(),
        extension(LabHello.SUPPORTED_VERSIONS, number(0x0304, 2)),
        extension(LabHello.KEY_SHARE, number(group, 2)));
  }

  static byte[] certificate(List<byte[]> chain) {
    var list = chain.stream().map(one -> counted(3, one)).toArray(byte[][]::new);
    return handshake(CERTIFICATE, counted(3, list));
  }

  /// A point on a curve that nobody looks at, with a signature that nobody checks.
  static byte[] keyExchange(int group) {
    return handshake(
        SERVER_KEY_EXCHANGE,
        number(3, 1),
        number(group, 2),
        counted(1, join(number(4, 1), new byte[64])),
        number(0x0401, 2),
        counted(2, new byte[256]));
  }

  static byte[] done() {
    return handshake(SERVER_HELLO_DONE);
  }

  /// Everything up to ServerHelloDone with a key agreed in a group.
  static byte[] flight(LabHello hello, int version, int suite, int group) {
    var who = LabIdentity.of(LabIdentity.Kind.RSA_2048);
    return join(
        serverHello(version, suite, hello.sessionId()),
        certificate(who.chain()),
        keyExchange(group),
        done());
  }
}
