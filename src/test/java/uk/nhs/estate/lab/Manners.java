package uk.nhs.estate.lab;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Ways to pass on what a TLS server says that are within its right, and are seldom met.
public final class Manners {
  private Manners() {}

  /// In segments of so many octets.
  public static Relay.Manner inSegments(int octets) {
    return (from, to) -> {
      var part = new byte[octets];
      for (int count = from.read(part); count >= 0; count = from.read(part)) {
        to.write(part, 0, count);
        to.flush();
      }
    };
  }

  /// With other octets before everything else.
  public static Relay.Manner after(byte[] first) {
    return (from, to) -> {
      to.write(first);
      from.transferTo(to);
    };
  }

  /// Handshake messages in the clear spread over records of so many octets (RFC 5246 §6.2.1).
  public static Relay.Manner inRecords(int octets) {
    return (from, to) -> {
      boolean clear = true;
      for (var record = record(from); record.length > 0; record = record(from)) {
        clear &= record[0] != LabMessages.CHANGE_CIPHER_SPEC;
        if (!clear || record[0] != LabMessages.HANDSHAKE) {
          to.write(record);
          continue;
        }
        for (int at = 5; at < record.length; at += octets) {
          var part = Arrays.copyOfRange(record, at, Math.min(record.length, at + octets));
          to.write(LabMessages.records(LabMessages.HANDSHAKE, part));
        }
      }
    };
  }

  /// All handshake messages up to ServerHelloDone in one record (RFC 5246 §6.2.1).
  public static Relay.Manner together() {
    return (from, to) -> {
      var waiting = new ByteArrayOutputStream();
      boolean clear = true;
      for (var record = record(from); record.length > 0; record = record(from)) {
        clear &= record[0] != LabMessages.CHANGE_CIPHER_SPEC;
        if (clear && record[0] == LabMessages.HANDSHAKE) {
          waiting.write(record, 5, record.length - 5);
        }
        boolean last = waiting.size() > 0 && (!clear || isWhole(waiting.toByteArray()));
        if (last) {
          to.write(LabMessages.records(LabMessages.HANDSHAKE, waiting.toByteArray()));
          waiting.reset();
        }
        if (!clear || record[0] != LabMessages.HANDSHAKE) {
          to.write(record);
        }
      }
      to.write(waiting.toByteArray());
    };
  }

  /// Whether nothing more comes before the client says something: it ends with ServerHelloDone, or
  /// is of TLS 1.3, in which all that follows is encrypted.
  private static boolean isWhole(byte[] messages) {
    int type = 0;
    for (int at = 0; at + 4 <= messages.length; ) {
      type = messages[at];
      int length = ByteBuffer.wrap(messages, at, 4).getInt() & 0xffffff;
      if (at == 0 && type == LabMessages.SERVER_HELLO && choosesTls13(messages, length)) {
        return true;
      }
      at += 4 + length;
    }
    return type == LabMessages.SERVER_HELLO_DONE;
  }

  private static boolean choosesTls13(byte[] hello, int length) {
    var text = new String(hello, 0, length + 4, StandardCharsets.ISO_8859_1);
    return text.contains("\0+\0\2\3\4");
  }

  /// The next record with its header; nothing at the end.
  static byte[] record(InputStream from) throws IOException {
    var header = from.readNBytes(5);
    if (header.length < 5) {
      return new byte[0];
    }
    var content = from.readNBytes((header[3] & 0xff) << 8 | (header[4] & 0xff));
    return LabMessages.join(header, content);
  }
}
