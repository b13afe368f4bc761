package uk.nhs.estate.probe.tls;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.probe.net.TooLarge;

/// Reads records off the wire, however they are cut into segments, and not more than is bearable.
final class WireRecords implements Records {
  private static final int HEADER = 5;

  /// The largest that anything enciphered may be (RFC 5246 §6.2.3).
  private static final int LARGEST = (1 << 14) + 2048;

  private final InputStream in;
  private final int most;
  private int taken;

  /// @param most octets that are read of all records together
  WireRecords(InputStream in, int most) {
    this.in = in;
    this.most = most;
  }

  @Override
  public @Nullable Record next() throws IOException {
    var header = in.readNBytes(HEADER);
    if (header.length == 0) {
      return null;
    }
    if (!isRecord(header)) {
      throw new NotRecords(header);
    }
    if (header.length < HEADER) {
      throw new EOFException("within the header of a record");
    }
    var fields = new OctetReader(header);
    int type = fields.u8();
    int version = fields.u16();
    int length = fields.u16();
    if (length > LARGEST) {
      throw new Malformed("a record of %d octets".formatted(length));
    }
    taken += HEADER + length;
    if (taken > most) {
      throw new TooLarge(most);
    }
    var fragment = in.readNBytes(length);
    if (fragment.length < length) {
      throw new EOFException("within a record");
    }
    return new Record(type, version, fragment);
  }

  /// Whether octets can begin a record, told by the first two: what is shorter than a header may be
  /// another protocol, too.
  static boolean isRecord(byte[] first) {
    return first.length > 0
        && first[0] >= Record.CHANGE_CIPHER_SPEC
        && first[0] <= Record.HEARTBEAT
        && (first.length < 2 || first[1] == 3);
  }

  /// How many octets came in.
  int taken() {
    return taken;
  }
}
