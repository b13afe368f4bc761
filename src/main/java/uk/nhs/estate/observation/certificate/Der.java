package uk.nhs.estate.observation.certificate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// One value of ASN.1 in the distinguished encoding rules (X.690), read where it stands.
///
/// Reading is a little more tolerant than the rules: lengths and numbers may be longer than they
/// need be, and TRUE may be any octet. [#isProper] says whether everything is as it should be.
final class Der {
  static final int BOOLEAN = 0x01;
  static final int INTEGER = 0x02;
  static final int BIT_STRING = 0x03;
  static final int OCTET_STRING = 0x04;
  static final int NULL = 0x05;
  static final int OBJECT_IDENTIFIER = 0x06;
  static final int ENUMERATED = 0x0a;
  static final int UTF8_STRING = 0x0c;
  static final int PRINTABLE_STRING = 0x13;
  static final int IA5_STRING = 0x16;
  static final int UTC_TIME = 0x17;
  static final int GENERALIZED_TIME = 0x18;
  static final int BMP_STRING = 0x1e;
  static final int SEQUENCE = 0x30;
  static final int SET = 0x31;

  private static final int CONSTRUCTED = 0x20;
  private static final int CONTEXT = 0x80;
  private static final int MOST_DEPTH = 64;

  /// Identifiers in use have ten numbers or so.
  private static final int MOST_IDENTIFIER_OCTETS = 64;

  private final byte[] octets;
  private final int start;
  private final int content;
  private final int end;

  private Der(byte[] octets, int start, int content, int end) {
    this.octets = octets;
    this.start = start;
    this.content = content;
    this.end = end;
  }

  /// Reads octets that are one value and nothing else.
  static Der of(byte[] octets) throws MalformedException {
    var value = at(octets, 0, octets.length);
    if (value.end != octets.length) {
      throw new MalformedException("something follows its end");
    }
    return value;
  }

  static Der of(Octets octets) throws MalformedException {
    return of(octets.bytes());
  }

  /// The tag of a part that is marked by a number, of several parts or of one.
  static int marked(int number, boolean constructed) {
    return CONTEXT | number | (constructed ? CONSTRUCTED : 0);
  }

  private static Der at(byte[] octets, int start, int limit) throws MalformedException {
    if (limit - start < 2) {
      throw new MalformedException("it ends too soon");
    }
    if ((octets[start] & 0x1f) == 0x1f) {
      throw new MalformedException("a tag is of more than one octet");
    }
    int first = octets[start + 1] & 0xff;
    if (first < 0x80) {
      return within(octets, start, start + 2, first, limit);
    }
    int count = first & 0x7f;
    if (count == 0 || count > 4) {
      throw new MalformedException("a length is indefinite or too large");
    }
    if (limit - start - 2 < count) {
      throw new MalformedException("it ends too soon");
    }
    long length = 0;
    for (int at = 0; at < count; at++) {
      length = length << 8 | (octets[start + 2 + at] & 0xff);
    }
    return within(octets, start, start + 2 + count, length, limit);
  }

  private static Der within(byte[] octets, int start, int content, long length, int limit)
      throws MalformedException {
    if (length > limit - content) {
      throw new MalformedException("it ends too soon");
    }
    return new Der(octets, start, content, content + (int) length);
  }

  int tag() {
    return octets[start] & 0xff;
  }

  boolean is(int tag) {
    return tag() == tag;
  }

  /// The number by which a part of a choice or an optional part is marked; -1 if it is not.
  int mark() {
    return (tag() & 0xc0) == CONTEXT ? tag() & 0x1f : -1;
  }

  /// The whole value as it was encoded, tag and length included.
  Octets whole() {
    return new Octets(octets, start, end);
  }

  Octets value() {
    return new Octets(octets, content, end);
  }

  int size() {
    return end - content;
  }

  Der expect(int tag) throws MalformedException {
    if (tag() != tag) {
      throw new MalformedException("a value is of another type than it should be");
    }
    return this;
  }

  /// The parts that it consists of, whatever its tag.
  List<Der> parts() throws MalformedException {
    if ((tag() & CONSTRUCTED) == 0) {
      throw new MalformedException("a value without parts stands where one with parts should");
    }
    return inside();
  }

  /// The parts of a sequence.
  List<Der> sequence() throws MalformedException {
    return expect(SEQUENCE).inside();
  }

  /// The only part of what has one.
  Der only() throws MalformedException {
    var parts = parts();
    if (parts.size() != 1) {
      throw new MalformedException("one value is expected, there are " + parts.size());
    }
    return parts.getFirst();
  }

  private List<Der> inside() throws MalformedException {
    var parts = new ArrayList<Der>();
    for (int at = content; at < end; ) {
      var part = at(octets, at, end);
      parts.add(part);
      at = part.end;
    }
    return parts;
  }

  BigInteger integer() throws MalformedException {
    expect(INTEGER);
    return number();
  }

  /// The number that an integer has, under whatever tag.
  BigInteger number() throws MalformedException {
    if (size() == 0) {
      throw new MalformedException("a number has no octets");
    }
    return new BigInteger(octets, content, size());
  }

  /// A number that is small, such as a version or a count; anything larger counts as the largest.
  int small() throws MalformedException {
    var number = number();
    if (number.signum() < 0) {
      throw new MalformedException("a number is negative that must not be");
    }
    return number.bitLength() > 31 ? Integer.MAX_VALUE : number.intValue();
  }

  boolean flag() throws MalformedException {
    expect(BOOLEAN);
    if (size() != 1) {
      throw new MalformedException("a flag is not of one octet");
    }
    return octets[content] != 0;
  }

  /// The octets of a bit string that is made of whole octets.
  Octets wholeBits() throws MalformedException {
    expect(BIT_STRING);
    if (size() < 1 || octets[content] != 0) {
      throw new MalformedException("a bit string does not end with an octet");
    }
    return new Octets(octets, content + 1, end);
  }

  /// Whether a bit is set; the first is 0.
  boolean bit(int index) throws MalformedException {
    if (size() < 1 || octets[content] < 0 || octets[content] > 7) {
      throw new MalformedException("a bit string is broken");
    }
    int at = content + 1 + index / 8;
    return at < end && (octets[at] & 0x80 >> index % 8) != 0;
  }

  /// An object identifier as numbers with dots.
  String identifier() throws MalformedException {
    expect(OBJECT_IDENTIFIER);
    return identifierValue();
  }

  String identifierValue() throws MalformedException {
    if (size() == 0 || size() > MOST_IDENTIFIER_OCTETS || octets[end - 1] < 0) {
      throw new MalformedException("an object identifier is broken");
    }
    var text = new StringBuilder();
    var number = BigInteger.ZERO;
    for (int at = content; at < end; at++) {
      number = number.shiftLeft(7).or(BigInteger.valueOf(octets[at] & 0x7f));
      if (octets[at] >= 0) {
        if (text.isEmpty()) {
          int first = number.bitLength() > 31 ? 2 : Math.min(number.intValue() / 40, 2);
          text.append(first);
          number = number.subtract(BigInteger.valueOf(first * 40L));
        }
        text.append('.').append(number);
        number = BigInteger.ZERO;
      }
    }
    return text.toString();
  }

  /// Text of any type that names have; what cannot be read is replaced.
  String text() {
    return new String(
        octets,
        content,
        size(),
        switch (tag()) {
          case UTF8_STRING -> UTF_8;
          case BMP_STRING -> UTF_16BE;
          case 0x1c -> Charset.forName("UTF-32BE");
          default -> ISO_8859_1;
        });
  }

  /// A date, as RFC 5280 §4.1.2.5 wants them: in seconds and in UTC.
  Instant time() throws MalformedException {
    if (!is(UTC_TIME) && !is(GENERALIZED_TIME)) {
      throw new MalformedException("a date is of another type than it should be");
    }
    var digits = text();
    int years = is(UTC_TIME) ? 2 : 4;
    if (!digits.matches("[0-9]{" + (years + 10) + "}Z")) {
      throw new MalformedException("a date is not written in seconds and UTC");
    }
    int year = Integer.parseInt(digits, 0, years, 10);
    if (years == 2) {
      year += year < 50 ? 2000 : 1900;
    }
    try {
      return LocalDateTime.of(
              year,
              two(digits, years),
              two(digits, years + 2),
              two(digits, years + 4),
              two(digits, years + 6),
              two(digits, years + 8))
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException _) {
      throw new MalformedException("a date does not exist");
    }
  }

  private static int two(String digits, int at) {
    return Integer.parseInt(digits, at, at + 2, 10);
  }

  /// Whether everything in it, as far as tags show it, is encoded in the one way that the
  /// distinguished encoding rules allow (X.690 §10, §11).
  boolean isProper() {
    var open = new ArrayDeque<Der>();
    var depths = new ArrayDeque<Integer>();
    open.push(this);
    depths.push(0);
    while (!open.isEmpty()) {
      var value = open.pop();
      int depth = depths.pop();
      if (depth > MOST_DEPTH || !value.isProperByItself()) {
        return false;
      }
      if ((value.tag() & CONSTRUCTED) != 0) {
        try {
          for (var part : value.inside()) {
            open.push(part);
            depths.push(depth + 1);
          }
        } catch (MalformedException _) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean isProperByItself() {
    int length = content - start - 2;
    if (length > 0 && (octets[start + 2] == 0 || (length == 1 && size() < 0x80))) {
      return false;
    }
    return switch (tag()) {
      case BOOLEAN -> size() == 1 && (octets[content] == 0 || octets[content] == -1);
      case INTEGER, ENUMERATED ->
          size() == 1
              || (size() > 1
                  && !(octets[content] == 0 && octets[content + 1] >= 0)
                  && !(octets[content] == -1 && octets[content + 1] < 0));
      case NULL -> size() == 0;
      case BIT_STRING ->
          size() >= 1
              && octets[content] >= 0
              && octets[content] < 8
              && (octets[content] == 0
                  || (size() > 1 && (octets[end - 1] & (1 << octets[content]) - 1) == 0));
      default -> true;
    };
  }

  /// A value with this tag and these octets inside, encoded properly.
  static byte[] encode(int tag, byte[]... inside) {
    int size = 0;
    for (var part : inside) {
      size += part.length;
    }
    int more = size < 0x80 ? 0 : (39 - Integer.numberOfLeadingZeros(size)) / 8;
    var whole = new byte[2 + more + size];
    whole[0] = (byte) tag;
    whole[1] = (byte) (more == 0 ? size : 0x80 | more);
    for (int at = 0; at < more; at++) {
      whole[2 + at] = (byte) (size >>> (8 * (more - 1 - at)));
    }
    int at = 2 + more;
    for (var part : inside) {
      System.arraycopy(part, 0, whole, at, part.length);
      at += part.length;
    }
    return whole;
  }
}
