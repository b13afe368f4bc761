package uk.nhs.estate.probe.net;

import java.util.List;
import java.util.Locale;

/// Finds where an answer ends on its line (RFC 9112 §6.3), so that nothing that comes after it is
/// ever taken for the next one.
///
/// It is strict: what two programs might read differently ends only when the line does.
final class Framing {
  private static final int MOST_DIGITS = 15;

  private enum Place {
    DATA,
    CHUNK_SIZE,
    CHUNK_EXTENSION,
    CHUNK_SIZE_LF,
    CHUNK_DATA,
    CHUNK_DATA_CR,
    CHUNK_DATA_LF,
    TRAILER_START,
    TRAILER,
    TRAILER_LF,
    LAST_LF,
    END,
    NO_END
  }

  private Place place;
  private long left;
  private int digits;

  private Framing(Place place, long left) {
    this.place = place;
    this.left = left;
  }

  /// Of an answer that ends when its line does.
  static Framing none() {
    return new Framing(Place.NO_END, 0);
  }

  /// Of an answer to a request that was not `HEAD`.
  ///
  /// @param octets of the head, with the empty line
  static Framing of(Head head, byte[] octets) {
    if (!isTidy(octets) || head.status() < 200 || wantsToClose(head)) {
      return none();
    }
    if (head.status() == 204 || head.status() == 304) {
      return new Framing(Place.END, 0);
    }
    var lengths = values(head, "Content-Length");
    var codings = values(head, "Transfer-Encoding");
    if (codings.size() == 1 && lengths.isEmpty()) {
      return codings.getFirst().equalsIgnoreCase("chunked")
          ? new Framing(Place.CHUNK_SIZE, 0)
          : none();
    }
    return codings.isEmpty() && lengths.size() == 1 && isLength(lengths.getFirst())
        ? ofLength(Long.parseLong(lengths.getFirst()))
        : none();
  }

  private static Framing ofLength(long length) {
    return new Framing(length == 0 ? Place.END : Place.DATA, length);
  }

  /// Whether everything of the answer has been taken.
  boolean ended() {
    return place == Place.END;
  }

  /// Whether it may have been taken after so many octets more.
  boolean mayEnd(int octets) {
    return place != Place.NO_END && left <= octets;
  }

  /// How many of some octets that came in next belong to the answer.
  int take(byte[] octets, int offset, int length) {
    int at = 0;
    while (at < length && place != Place.END) {
      switch (place) {
        case NO_END -> at = length;
        case DATA, CHUNK_DATA -> {
          int count = (int) Math.min(left, length - at);
          left -= count;
          at += count;
          if (left == 0) {
            place = place == Place.DATA ? Place.END : Place.CHUNK_DATA_CR;
          }
        }
        default -> {
          place = after(octets[offset + at]);
          at++;
        }
      }
    }
    return at;
  }

  private Place after(byte octet) {
    return switch (place) {
      case CHUNK_SIZE -> afterSize(octet);
      case CHUNK_EXTENSION ->
          octet == '\r' ? Place.CHUNK_SIZE_LF : octet == '\n' ? Place.NO_END : place;
      case CHUNK_SIZE_LF -> octet == '\n' ? chunk() : Place.NO_END;
      case CHUNK_DATA_CR -> octet == '\r' ? Place.CHUNK_DATA_LF : Place.NO_END;
      case CHUNK_DATA_LF -> octet == '\n' ? nextChunk() : Place.NO_END;
      case TRAILER_START ->
          octet == '\r' ? Place.LAST_LF : octet == '\n' ? Place.NO_END : Place.TRAILER;
      case TRAILER -> octet == '\r' ? Place.TRAILER_LF : octet == '\n' ? Place.NO_END : place;
      case TRAILER_LF -> octet == '\n' ? Place.TRAILER_START : Place.NO_END;
      case LAST_LF -> octet == '\n' ? Place.END : Place.NO_END;
      case DATA, CHUNK_DATA, END, NO_END -> throw new IllegalStateException(place.name());
    };
  }

  private Place afterSize(byte octet) {
    int digit = Character.digit(octet, 16);
    if (digit >= 0 && digits < MOST_DIGITS) {
      left = left << 4 | digit;
      digits++;
      return Place.CHUNK_SIZE;
    }
    if (digits == 0) {
      return Place.NO_END;
    }
    return octet == '\r'
        ? Place.CHUNK_SIZE_LF
        : octet == ';' ? Place.CHUNK_EXTENSION : Place.NO_END;
  }

  private Place chunk() {
    return left == 0 ? Place.TRAILER_START : Place.CHUNK_DATA;
  }

  private Place nextChunk() {
    digits = 0;
    return Place.CHUNK_SIZE;
  }

  private static boolean isLength(String value) {
    return !value.isEmpty()
        && value.length() <= MOST_DIGITS
        && value.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /// A server of HTTP/1.0 closes unless it says otherwise, and is not asked whether it does.
  private static boolean wantsToClose(Head head) {
    return values(head, "Connection").stream()
        .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("close"));
  }

  private static List<String> values(Head head, String name) {
    return head.fields().stream()
        .filter(field -> field.name().strip().equalsIgnoreCase(name))
        .map(field -> field.value())
        .toList();
  }

  /// Whether a head has nothing but a status line of HTTP/1.1 and field lines as they should be
  /// (RFC 9112 §5), each ended by CR LF.
  private static boolean isTidy(byte[] octets) {
    boolean newest = octets.length > 8 && octets[5] == '1' && octets[7] == '1';
    boolean status = true;
    int start = 0;
    for (int at = 0; at < octets.length; at++) {
      if (octets[at] == '\n') {
        if (at == start || octets[at - 1] != '\r' || !(status || isField(octets, start, at - 1))) {
          return false;
        }
        status = false;
        start = at + 1;
      } else if (octets[at] == 0 || (octets[at] == '\r' && octets[at + 1] != '\n')) {
        return false;
      }
    }
    return newest;
  }

  private static boolean isField(byte[] octets, int start, int end) {
    if (start == end) {
      return true; // the empty line
    }
    int at = start;
    while (at < end && isTokenCharacter(octets[at])) {
      at++;
    }
    return at > start && at < end && octets[at] == ':';
  }

  /// RFC 9110 §5.6.2.
  private static boolean isTokenCharacter(byte octet) {
    return octet > ' ' && octet < 0x7f && "\"(),/:;<=>?@[\\]{}".indexOf(octet) < 0;
  }
}
