package uk.nhs.estate.lab;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a client offers, read from its first octets (RFC 8446 §4.1.2), and those octets.
///
/// @param raw as they came, the headers of their records with them
/// @param version in the old field, `0x0002` for SSL 2.0
/// @param suites as on the wire; three octets each in SSL 2.0
public record LabHello(
    byte[] raw,
    int version,
    byte[] sessionId,
    List<Integer> suites,
    Map<Integer, byte[]> extensions) {

  static final int SERVER_NAME = 0;
  static final int SUPPORTED_GROUPS = 10;
  static final int SESSION_TICKET = 35;
  static final int SUPPORTED_VERSIONS = 43;
  static final int KEY_SHARE = 51;

  private static final int HANDSHAKE = 22;

  /// Reads one; whoever sends something else is hung up on.
  public static LabHello read(InputStream in) throws IOException {
    var raw = new ByteArrayOutputStream();
    int first = octet(in, raw);
    if (first > 0x7f) {
      return ofSsl2(raw, octets(in, raw, (first & 0x7f) << 8 | octet(in, raw)));
    }
    if (first != HANDSHAKE) {
      throw new EOFException("no hello");
    }
    octets(in, raw, 2);
    var message = new ByteArrayOutputStream();
    message.writeBytes(octets(in, raw, octet(in, raw) << 8 | octet(in, raw)));
    while (message.size() < 4 || message.size() < length(message.toByteArray())) {
      octets(in, raw, 3);
      message.writeBytes(octets(in, raw, octet(in, raw) << 8 | octet(in, raw)));
    }
    return ofTls(raw.toByteArray(), ByteBuffer.wrap(message.toByteArray()));
  }

  private static int length(byte[] message) {
    return 4 + (ByteBuffer.wrap(message).getInt() & 0xffffff);
  }

  private static LabHello ofSsl2(ByteArrayOutputStream raw, byte[] message) {
    var fields = ByteBuffer.wrap(message);
    fields.position(3);
    int length = fields.getShort();
    fields.getInt();
    var suites = new ArrayList<Integer>();
    for (int i = 0; i < length; i += 3) {
      suites.add((fields.get() & 0xff) << 16 | (fields.getShort() & 0xffff));
    }
    return new LabHello(raw.toByteArray(), 2, new byte[0], suites, Map.of());
  }

  private static LabHello ofTls(byte[] raw, ByteBuffer fields) {
    fields.getInt();
    int version = fields.getShort() & 0xffff;
    fields.position(fields.position() + 32);
    var sessionId = new byte[fields.get()];
    fields.get(sessionId);
    var suites = new ArrayList<Integer>();
    for (int left = fields.getShort() & 0xffff; left > 0; left -= 2) {
      suites.add(fields.getShort() & 0xffff);
    }
    fields.position(fields.position() + 1 + fields.get(fields.position()));
    var extensions = new LinkedHashMap<Integer, byte[]>();
    if (fields.hasRemaining()) {
      fields.getShort();
    }
    while (fields.hasRemaining()) {
      int type = fields.getShort() & 0xffff;
      var value = new byte[fields.getShort() & 0xffff];
      fields.get(value);
      extensions.put(type, value);
    }
    return new LabHello(raw, version, sessionId, suites, extensions);
  }

  private static int octet(InputStream in, ByteArrayOutputStream raw) throws IOException {
    return octets(in, raw, 1)[0] & 0xff;
  }

  private static byte[] octets(InputStream in, ByteArrayOutputStream raw, int count)
      throws IOException {
    var read = in.readNBytes(count);
    if (read.length < count) {
      throw new EOFException("no hello");
    }
    raw.writeBytes(read);
    return read;
  }

  public boolean isSsl2() {
    return version == 2;
  }

  /// The latest version that it offers.
  public int latest() {
    return numbers(SUPPORTED_VERSIONS, 1).stream()
        .filter(offered -> offered <= 0x0304)
        .reduce(version, Math::max);
  }

  /// Whether it offers a version.
  public boolean offers(int wanted) {
    var listed = numbers(SUPPORTED_VERSIONS, 1);
    return listed.isEmpty() ? version == wanted : listed.contains(wanted);
  }

  /// The groups that it offers.
  public List<Integer> groups() {
    return numbers(SUPPORTED_GROUPS, 2);
  }

  private List<Integer> numbers(int extension, int from) {
    var numbers = new ArrayList<Integer>();
    var list = ByteBuffer.wrap(extensions.getOrDefault(extension, new byte[from]));
    list.position(from);
    while (list.hasRemaining()) {
      numbers.add(list.getShort() & 0xffff);
    }
    return numbers;
  }
}
