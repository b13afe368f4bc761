package uk.nhs.estate.probe.net;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import uk.nhs.estate.observation.Endpoint;
import uk.nhs.estate.observation.Obstacle;

/// Offers by hand what the Java platform has given up, and hears whether the server agrees: others
/// still offer it, and what they can open must not be said to fail, nor what is long unsafe be
/// overlooked.
///
/// @param lowest the lowest version that is meant, as in a ClientHello
/// @param highest the highest, which is what the hello says
/// @param suites the cipher suites offered, four hexadecimal digits each
public record Offer(int lowest, int highest, String suites) {

  private static final int SSL_3 = 0x0300;
  private static final int TLS_1_1 = 0x0302;
  private static final int TLS_1_2 = 0x0303;

  /// What Chrome and Firefox offered for TLS 1.2 in 2025: RSA key exchange, too.
  public static final Offer BROWSERS =
      new Offer(
          TLS_1_2,
          TLS_1_2,
          "c02b c02f cca9 cca8 c02c c030 c009 c00a c013 c014 009c 009d 002f 0035 00ff");

  /// TLS 1.1 and whatever is older, with every cipher suite that such servers are likely to have.
  public static final Offer OLD =
      new Offer(
          SSL_3, TLS_1_1, "c009 c00a c013 c014 0033 0039 002f 0035 c012 0016 000a 0005 0004 00ff");

  private static final int ALERT = 21;
  private static final int WARNING = 1;

  /// Browsers pass over a warning that the name is not known (RFC 6066 §3).
  private static final int MOST_WARNINGS = 3;

  private static final int HANDSHAKE = 22;
  private static final int SERVER_HELLO = 2;
  private static final String GROUPS = "001d 0017 0018 0019";
  private static final String SIGNATURES = "0403 0503 0603 0804 0805 0806 0401 0501 0601";
  private static final SecureRandom RANDOM = new SecureRandom();

  /// What the server answered.
  public sealed interface Answer {}

  /// It chose a version and a cipher suite (RFC 5246 §7.4.1.3).
  public record Agreed(int version, int suite) implements Answer {}

  /// It did not.
  ///
  /// @param how in words
  public record Declined(String how) implements Answer {}

  /// The version as people write it.
  public static String name(int version) {
    return switch (version) {
      case SSL_3 -> "SSL 3.0";
      case 0x0301 -> "TLS 1.0";
      case TLS_1_1 -> "TLS 1.1";
      case TLS_1_2 -> "TLS 1.2";
      default -> "version 0x%04X".formatted(version);
    };
  }

  /// Why a look is without result that would have had one for others.
  public static Obstacle onlyOthersAgree(Endpoint endpoint, String others, int suite) {
    return new Obstacle(
        Obstacle.Kind.PROTOCOL_ERROR,
        "%s: it answers the offer of %s (cipher suite 0x%04X), not that of this scanner"
            .formatted(endpoint, others, suite));
  }

  /// Makes the offer on a line that is ready for TLS. An answer in a version that was not offered
  /// is none.
  public Answer on(Line line, String host) throws IOException {
    line.getOutputStream().write(record(hello(host)));
    var in = new DataInputStream(line.getInputStream());
    try {
      return answer(in);
    } catch (EOFException _) {
      return new Declined("it hung up");
    }
  }

  private Answer answer(DataInputStream in) throws IOException {
    int type = in.readUnsignedByte();
    for (int warnings = 0; type == ALERT && warnings < MOST_WARNINGS; warnings++) {
      in.skipNBytes(4);
      int alert = in.readUnsignedShort();
      if (alert >> 8 != WARNING) {
        return new Declined("alert " + (alert & 0xff));
      }
      type = in.readUnsignedByte();
    }
    if (type != HANDSHAKE) {
      return new Declined("no handshake");
    }
    in.skipNBytes(4);
    if (in.readUnsignedByte() != SERVER_HELLO) {
      return new Declined("no ServerHello");
    }
    in.skipNBytes(3);
    int chosen = in.readUnsignedShort();
    if (chosen < lowest || chosen > highest) {
      return new Declined("answered in " + name(chosen));
    }
    in.skipNBytes(32);
    in.skipNBytes(in.readUnsignedByte());
    return new Agreed(chosen, in.readUnsignedShort());
  }

  private static byte[] record(byte[] message) {
    var record = ByteBuffer.allocate(9 + message.length);
    record.put((byte) HANDSHAKE).putShort((short) 0x0301).putShort((short) (4 + message.length));
    record.put((byte) 1).put((byte) 0).putShort((short) message.length).put(message);
    return record.array();
  }

  private byte[] hello(String host) {
    var random = new byte[32];
    RANDOM.nextBytes(random);
    var name = host.getBytes(StandardCharsets.US_ASCII);
    var body = ByteBuffer.allocate(512 + name.length);
    body.putShort((short) highest).put(random).put((byte) 0);
    body.put(counted(suites)).put((byte) 1).put((byte) 0);
    var extensions = ByteBuffer.allocate(256 + name.length);
    extension(extensions, 0, serverName(name));
    extension(extensions, 10, counted(GROUPS));
    extension(extensions, 11, new byte[] {1, 0});
    if (highest == TLS_1_2) { // not before (RFC 5246 §7.4.1.4.1)
      extension(extensions, 13, counted(SIGNATURES));
    }
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
