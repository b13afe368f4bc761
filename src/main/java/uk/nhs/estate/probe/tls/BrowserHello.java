package uk.nhs.estate.probe.tls;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import uk.nhs.estate.probe.net.Line;

/// Offers TLS 1.2 as browsers do, and hears whether the server agrees: browsers still offer RSA
/// key exchange, which the Java platform has given up, and a site that they can open must not be
/// said to fail.
final class BrowserHello {
  private static final int ALERT = 21;
  private static final int WARNING = 1;

  /// Browsers pass over a warning that the name is not known (RFC 6066 §3).
  private static final int MOST_WARNINGS = 3;

  private static final int HANDSHAKE = 22;
  private static final int SERVER_HELLO = 2;
  private static final int TLS_1_2 = 0x0303;

  /// What Chrome and Firefox offered for TLS 1.2 in 2025.
  private static final String SUITES =
      "c02b c02f cca9 cca8 c02c c030 c009 c00a c013 c014 009c 009d 002f 0035 00ff";

  private static final String GROUPS = "001d 0017 0018 0019";
  private static final String SIGNATURES = "0403 0503 0603 0804 0805 0806 0401 0501 0601";
  private static final SecureRandom RANDOM = new SecureRandom();

  private BrowserHello() {}

  /// The cipher suite that the server chooses, if it agrees on TLS 1.2 (RFC 5246 §7.4.1).
  static Optional<Integer> on(Line line, String host) throws IOException {
    line.getOutputStream().write(record(hello(host)));
    var in = new DataInputStream(line.getInputStream());
    int type = in.readUnsignedByte();
    for (int warnings = 0; type == ALERT && warnings < MOST_WARNINGS; warnings++) {
      in.skipNBytes(4);
      if (in.readUnsignedShort() >> 8 != WARNING) {
        return Optional.empty();
      }
      type = in.readUnsignedByte();
    }
    if (type != HANDSHAKE) {
      return Optional.empty();
    }
    in.skipNBytes(4);
    if (in.readUnsignedByte() != SERVER_HELLO) {
      return Optional.empty();
    }
    in.skipNBytes(3);
    if (in.readUnsignedShort() != TLS_1_2) {
      return Optional.empty();
    }
    in.skipNBytes(32);
    in.skipNBytes(in.readUnsignedByte());
    return Optional.of(in.readUnsignedShort());
  }

  private static byte[] record(byte[] message) {
    var record = ByteBuffer.allocate(9 + message.length);
    record.put((byte) HANDSHAKE).putShort((short) 0x0301).putShort((short) (4 + message.length));
    record.put((byte) 1).put((byte) 0).putShort((short) message.length).put(message);
    return record.array();
  }

  private static byte[] hello(String host) {
    var random = new byte[32];
    RANDOM.nextBytes(random);
    var name = host.getBytes(StandardCharsets.US_ASCII);
    var body = ByteBuffer.allocate(512 + name.length);
    body.putShort((short) TLS_1_2).put(random).put((byte) 0);
    body.put(counted(SUITES)).put((byte) 1).put((byte) 0);
    var extensions = ByteBuffer.allocate(256 + name.length);
    extension(extensions, 0, serverName(name));
    extension(extensions, 10, counted(GROUPS));
    extension(extensions, 11, new byte[] {1, 0});
    extension(extensions, 13, counted(SIGNATURES));
    extension(extensions, 23, new byte[0]); // extended master secret (RFC 7627)
    body.putShort((short) extensions.position()).put(extensions.flip());
    return Arrays.copyOf(body.array(), body.position());
  }

  private static byte[] serverName(byte[] name) {
    return ByteBuffer.allocate(5 + name.length)
        .putShort((short) (3 + name.length))
        .put((byte) 0)
        .putShort((short) name.length)
        .put(name)
        .array();
  }

  private static void extension(ByteBuffer all, int type, byte[] content) {
    all.putShort((short) type).putShort((short) content.length).put(content);
  }

  /// Numbers of two octets, with the length of them all before.
  private static byte[] counted(String numbers) {
    var octets = HexFormat.of().parseHex(numbers.replace(" ", ""));
    return ByteBuffer.allocate(2 + octets.length)
        .putShort((short) octets.length)
        .put(octets)
        .array();
  }
}
