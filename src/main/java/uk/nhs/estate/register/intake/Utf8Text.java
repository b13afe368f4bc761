package uk.nhs.estate.register.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import uk.nhs.estate.register.Refusal;

/// Reads UTF-8 strictly and no further than allowed, and watches over the form of CSV: it knows the
/// line, whether a quoted value is open (RFC 4180 §2) and whether the last line is a whole one.
///
/// It does not own the stream, and does not close it.
final class Utf8Text extends Reader {

  private enum Place {
    START_OF_VALUE,
    IN_VALUE,
    IN_QUOTES,
    AFTER_QUOTE
  }

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final InputStream in;
  private final long maxBytes;
  private final ByteBuffer bytes = ByteBuffer.allocate(16_384).flip();
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);

  private long read;
  private boolean atStart = true;
  private boolean ended;
  private long line = 1;
  private long quotedSince;
  private char last = '\n';
  private Place place = Place.START_OF_VALUE;

  Utf8Text(InputStream in, long maxBytes) {
    this.in = in;
    this.maxBytes = maxBytes;
  }

  /// True once all was read and the last line does not end as lines do.
  boolean endsInsideALine() {
    return ended && !bytes.hasRemaining() && last != '\n' && last != '\r';
  }

  @Override
  public int read(char[] chars, int offset, int length) throws IOException {
    if (length < 2) {
      throw new IllegalArgumentException("A character may need the room of two");
    }
    while (true) {
      var out = CharBuffer.wrap(chars, offset, length);
      var result = decoder.decode(bytes, out, ended);
      int count = out.position() - offset;
      if (count > 0) {
        count = withoutByteOrderMark(chars, offset, count);
        watch(chars, offset, count);
        if (count > 0) {
          return count;
        }
      } else if (result.isError()) {
        throw notUtf8();
      } else if (ended) {
        refuseIfQuoteIsOpen();
        return -1;
      }
      fill();
    }
  }

  @Override
  public void close() {}

  private void fill() throws IOException {
    bytes.compact();
    int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (count < 0) {
      ended = true;
    } else {
      bytes.position(bytes.position() + count);
      read += count;
    }
    bytes.flip();
    if (read > maxBytes) {
      throw new Refusal(
          "file",
          "The file is larger than the %,d bytes that are read at most.".formatted(maxBytes));
    }
  }

  private int withoutByteOrderMark(char[] chars, int offset, int count) {
    if (atStart && chars[offset] == BYTE_ORDER_MARK) {
      System.arraycopy(chars, offset + 1, chars, offset, count - 1);
      count--;
    }
    atStart = false;
    return count;
  }

  private void watch(char[] chars, int offset, int count) {
    for (int at = offset; at < offset + count; at++) {
      char c = chars[at];
      if (c == '\n' || (last == '\r' && c != '\n')) {
        line++;
      }
      last = c;
      place = next(c);
    }
  }

  private Place next(char c) {
    boolean ends = c == ',' || c == '\n' || c == '\r';
    return switch (place) {
      case START_OF_VALUE -> {
        if (c == '"') {
          quotedSince = line;
          yield Place.IN_QUOTES;
        }
        yield ends ? Place.START_OF_VALUE : Place.IN_VALUE;
      }
      case IN_VALUE -> ends ? Place.START_OF_VALUE : Place.IN_VALUE;
      case IN_QUOTES -> c == '"' ? Place.AFTER_QUOTE : Place.IN_QUOTES;
      case AFTER_QUOTE -> c == '"' ? Place.IN_QUOTES : ends ? Place.START_OF_VALUE : Place.IN_VALUE;
    };
  }

  private void refuseIfQuoteIsOpen() {
    if (place == Place.IN_QUOTES) {
      throw new Refusal(
          "file",
          "The quotation mark on line %d is never closed: the file was cut off, or the mark does not belong there."
              .formatted(quotedSince));
    }
  }

  private Refusal notUtf8() {
    return new Refusal(
        "file",
        "Line %d is not in UTF-8 (byte 0x%02X). If the file was saved by a spreadsheet, it is in Windows-1252: save it again as “CSV UTF-8”."
            .formatted(line, bytes.get(bytes.position())));
  }
}
