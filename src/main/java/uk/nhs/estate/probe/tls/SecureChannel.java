package uk.nhs.estate.probe.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.probe.tls.Protection.Fragment;

/// Both directions of a connection, whose records are protected once keys are agreed on. What is
/// written goes out when it is flushed, all of a flight at once.
final class SecureChannel {
  private static final int LARGEST = 1 << 14;

  private final WireRecords wire;
  private final OutputStream out;
  private final Messages messages;
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private Protection reading = Protection.NONE;
  private Protection writing = Protection.NONE;
  private int version = 0x0301;

  /// @param mostOctets that are read altogether
  /// @param mostHandshake of them, those that are put together to handshake messages
  SecureChannel(InputStream in, OutputStream out, int mostOctets, int mostHandshake) {
    this.wire = new WireRecords(in, mostOctets);
    this.out = out;
    this.messages = new Messages(this::opened, mostHandshake);
  }

  /// The version that stands in records from now on.
  void version(int recordVersion) {
    this.version = recordVersion;
  }

  void reading(Protection with) {
    this.reading = with;
  }

  void writing(Protection with) {
    this.writing = with;
  }

  /// The next message; none when the other side hung up.
  @Nullable Message next() throws IOException {
    return messages.next();
  }

  private @Nullable Record opened() throws IOException {
    var record = wire.next();
    if (record == null || !reading.covers(record.type())) {
      return record;
    }
    try {
      var plain = reading.open(new Fragment(record.type(), record.fragment()));
      return new Record(plain.type(), record.version(), plain.octets());
    } catch (GeneralSecurityException e) {
      throw new Malformed("a record that is not protected as was agreed: " + e.getMessage());
    }
  }

  /// Adds a record to what goes out next, or several if it is long.
  void write(int type, byte[] octets) {
    int at = 0;
    do {
      int length = Math.min(LARGEST, octets.length - at);
      waiting.writeBytes(record(type, Octets.part(octets, at, length)));
      at += length;
    } while (at < octets.length);
  }

  private byte[] record(int type, byte[] octets) {
    try {
      var sealed = writing.seal(new Fragment(type, octets));
      return new OctetWriter().u8(sealed.type()).u16(version).vector16(sealed.octets()).written();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a cipher refused to encrypt", e);
    }
  }

  void flush() throws IOException {
    out.write(waiting.toByteArray());
    out.flush();
    waiting.reset();
  }
}
