package uk.nhs.estate.probe.tls;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.probe.net.TooLarge;

/// Puts messages together out of records: several in one, and one in several (RFC 8446 §5.1).
final class Messages {
  private static final int HEADER = 4;

  private final Records records;
  private final int most;
  private byte[] handshake = {};
  private byte[] alerts = {};
  private int handed;

  /// @param most octets of handshake messages that are taken altogether
  Messages(Records records, int most) {
    this.records = records;
    this.most = most;
  }

  /// The next one; none when the other side hung up.
  ///
  /// @throws TooLarge as soon as a message announces more than is taken
  @Nullable Message next() throws IOException {
    while (true) {
      if (alerts.length >= 2) {
        var alert = new Message.Alert(alerts[0] & 0xff, alerts[1] & 0xff);
        alerts = Arrays.copyOfRange(alerts, 2, alerts.length);
        return alert;
      }
      var whole = whole();
      if (whole != null) {
        return whole;
      }
      var record = records.next();
      if (record == null) {
        if (handshake.length > 0 || alerts.length > 0) {
          throw new EOFException("within a message");
        }
        return null;
      }
      switch (record.type()) {
        case Record.HANDSHAKE -> handshake = more(handshake, record);
        case Record.ALERT -> alerts = more(alerts, record);
        default -> {
          if (handshake.length > 0) {
            throw new Malformed("a record of type %d within a message".formatted(record.type()));
          }
          return new Message.Other(record.type(), record.fragment());
        }
      }
    }
  }

  /// The first handshake message of which all is there.
  private Message.@Nullable Handshake whole() throws IOException {
    if (handshake.length < HEADER) {
      return null;
    }
    var in = new OctetReader(handshake);
    int type = in.u8();
    int length = in.u24();
    if (handed + HEADER + length > most) {
      throw new TooLarge(most);
    }
    if (handshake.length < HEADER + length) {
      return null;
    }
    handed += HEADER + length;
    var body = in.take(length);
    handshake = in.rest();
    return new Message.Handshake(type, body);
  }

  private static byte[] more(byte[] before, Record record) throws Malformed {
    if (record.fragment().length == 0) {
      throw new Malformed("an empty record of type " + record.type()); // RFC 8446 §5.1
    }
    var all = new ByteArrayOutputStream(before.length + record.fragment().length);
    all.writeBytes(before);
    all.writeBytes(record.fragment());
    return all.toByteArray();
  }
}
