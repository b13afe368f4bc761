package uk.nhs.estate.probe.tls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads the presentation language of TLS (RFC 8446 §3) and never past its end.
final class OctetReader {
  private final byte[] octets;
  private final int end;
  private int at;

  OctetReader(byte[] octets) {
    this(octets, 0, octets.length);
  }

  private OctetReader(byte[] octets, int from, int end) {
    this.octets = octets;
    this.at = from;
    this.end = end;
  }

  int u8() throws Malformed {
    return octets[advance(1)] & 0xff;
  }

  int u16() throws Malformed {
    return u8() << 8 | u8();
  }

  int u24() throws Malformed {
    return u8() << 16 | u16();
  }

  long u32() throws Malformed {
    return (long) u16() << 16 | u16();
  }

  byte[] take(int length) throws Malformed {
    int from = advance(length);
    return Arrays.copyOfRange(octets, from, from + length);
  }

  byte[] vector8() throws Malformed {
    return take(u8());
  }

  byte[] vector16() throws Malformed {
    return take(u16());
  }

  byte[] vector24() throws Malformed {
    return take(u24());
  }

  /// What is in the next vector whose length is in two octets.
  OctetReader in16() throws Malformed {
    return in(u16());
  }

  /// What is in the next vector whose length is in three octets.
  OctetReader in24() throws Malformed {
    return in(u24());
  }

  /// All that is left as numbers of two octets.
  List<Integer> all16() throws Malformed {
    var all = new ArrayList<Integer>();
    while (!isAtEnd()) {
      all.add(u16());
    }
    return List.copyOf(all);
  }

  byte[] rest() throws Malformed {
    return take(end - at);
  }

  boolean isAtEnd() {
    return at == end;
  }

  /// @throws Malformed if something is left
  void end(String what) throws Malformed {
    if (!isAtEnd()) {
      throw new Malformed("%d octets too many in %s".formatted(end - at, what));
    }
  }

  private OctetReader in(int length) throws Malformed {
    int from = advance(length);
    return new OctetReader(octets, from, from + length);
  }

  private int advance(int length) throws Malformed {
    if (length > end - at) {
      throw new Malformed("a length of %d where %d octets are left".formatted(length, end - at));
    }
    int from = at;
    at += length;
    return from;
  }
}
