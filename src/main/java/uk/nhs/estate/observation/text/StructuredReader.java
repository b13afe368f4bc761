package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.nhs.estate.observation.text.StructuredField.Bare;
import uk.nhs.estate.observation.text.StructuredField.InnerList;
import uk.nhs.estate.observation.text.StructuredField.Item;
import uk.nhs.estate.observation.text.StructuredField.Member;

/// Reads one structured field from left to right, as RFC 9651 §4.2 does.
final class StructuredReader {
  private static final char END = '\uFFFF';
  private static final String IN_TOKENS = "!#$%&'*+-.^_`|~:/";
  private static final int MOST_DIGITS = 15;
  private static final int MOST_DIGITS_BEFORE_POINT = 12;
  private static final int MOST_DIGITS_AFTER_POINT = 3;

  private final String text;
  private int at;

  StructuredReader(List<String> lines) {
    this.text = String.join(",", lines);
  }

  /// The field breaks the grammar.
  private static final class Broken extends Exception {
    private static final long serialVersionUID = 1;

    Broken() {
      super(null, null, false, false);
    }
  }

  private interface Part<T> {
    T read() throws Broken;
  }

  Optional<Item> item() {
    return whole(this::oneItem);
  }

  Optional<List<Member>> list() {
    return whole(
        () -> {
          var members = new ArrayList<Member>();
          while (!atEnd()) {
            members.add(member());
            goOn();
          }
          return List.copyOf(members);
        });
  }

  Optional<Map<String, Member>> dictionary() {
    return whole(
        () -> {
          var members = new LinkedHashMap<String, Member>();
          while (!atEnd()) {
            var key = key();
            members.put(
                key,
                skip('=') ? member() : new Item(new StructuredField.Truth(true), parameters()));
            goOn();
          }
          return members;
        });
  }

  private <T> Optional<T> whole(Part<T> part) {
    skipSpaces();
    try {
      var value = part.read();
      skipSpaces();
      return atEnd() ? Optional.of(value) : Optional.empty();
    } catch (Broken _) {
      return Optional.empty();
    }
  }

  /// Goes past the comma behind a member, behind which there must be another one.
  private void goOn() throws Broken {
    skipBlanks();
    if (!atEnd()) {
      expect(',');
      skipBlanks();
      require(!atEnd());
    }
  }

  private Member member() throws Broken {
    return peek() == '(' ? innerList() : oneItem();
  }

  private InnerList innerList() throws Broken {
    expect('(');
    var items = new ArrayList<Item>();
    skipSpaces();
    while (!skip(')')) {
      items.add(oneItem());
      require(peek() == ' ' || peek() == ')');
      skipSpaces();
    }
    return new InnerList(items, parameters());
  }

  private Item oneItem() throws Broken {
    return new Item(bare(), parameters());
  }

  private Map<String, Bare> parameters() throws Broken {
    var parameters = new LinkedHashMap<String, Bare>();
    while (skip(';')) {
      skipSpaces();
      var key = key();
      parameters.put(key, skip('=') ? bare() : new StructuredField.Truth(true));
    }
    return parameters;
  }

  private String key() throws Broken {
    int start = at;
    require(isLower(peek()) || peek() == '*');
    while (isLower(peek()) || isDigit(peek()) || isOneOf("_-.*")) {
      at++;
    }
    return text.substring(start, at);
  }

  private Bare bare() throws Broken {
    char c = peek();
    if (c == '-' || isDigit(c)) {
      return number();
    }
    if (isAlpha(c) || c == '*') {
      return token();
    }
    at += c == END ? 0 : 1;
    return switch (c) {
      case '"' -> quoted();
      case ':' -> octets();
      case '?' -> truth();
      case '@' -> moment();
      case '%' -> displayText();
      default -> throw new Broken();
    };
  }

  private Bare number() throws Broken {
    int start = at;
    skip('-');
    int digits = digits();
    require(digits > 0);
    if (peek() != '.') {
      require(digits <= MOST_DIGITS);
      return new StructuredField.Whole(Long.parseLong(text, start, at, 10));
    }
    require(digits <= MOST_DIGITS_BEFORE_POINT);
    at++;
    int after = digits();
    require(after > 0 && after <= MOST_DIGITS_AFTER_POINT);
    return new StructuredField.Fraction(new BigDecimal(text.substring(start, at)));
  }

  private int digits() {
    int start = at;
    while (isDigit(peek())) {
      at++;
    }
    return at - start;
  }

  private Bare token() {
    int start = at;
    while (isAlpha(peek()) || isDigit(peek()) || isOneOf(IN_TOKENS)) {
      at++;
    }
    return new StructuredField.Token(text.substring(start, at));
  }

  private Bare quoted() throws Broken {
    var value = new StringBuilder();
    while (!skip('"')) {
      if (skip('\\')) {
        require(peek() == '"' || peek() == '\\');
      }
      value.append(printable());
    }
    return new StructuredField.Text(value.toString());
  }

  private Bare octets() throws Broken {
    int end = text.indexOf(':', at);
    require(end >= 0);
    try {
      var octets = Base64.getDecoder().decode(text.substring(at, end));
      at = end + 1;
      return new StructuredField.Octets(new String(octets, ISO_8859_1));
    } catch (IllegalArgumentException _) {
      throw new Broken();
    }
  }

  private Bare truth() throws Broken {
    boolean holds = peek() == '1';
    expect(holds ? '1' : '0');
    return new StructuredField.Truth(holds);
  }

  private Bare moment() throws Broken {
    require(peek() == '-' || isDigit(peek()));
    if (number() instanceof StructuredField.Whole(var seconds)) {
      return new StructuredField.Moment(seconds);
    }
    throw new Broken();
  }

  private Bare displayText() throws Broken {
    expect('"');
    var octets = new ByteArrayOutputStream();
    while (!skip('"')) {
      if (skip('%')) {
        int high = hexadecimal();
        octets.write(high << 4 | hexadecimal());
      } else {
        octets.write(printable());
      }
    }
    try {
      return new StructuredField.DisplayText(
          UTF_8.newDecoder().decode(ByteBuffer.wrap(octets.toByteArray())).toString());
    } catch (CharacterCodingException _) {
      throw new Broken();
    }
  }

  private int hexadecimal() throws Broken {
    int place = "0123456789abcdef".indexOf(peek());
    require(place >= 0);
    at++;
    return place;
  }

  private char printable() throws Broken {
    char c = peek();
    require(c >= ' ' && c < 0x7F);
    at++;
    return c;
  }

  private static void require(boolean sound) throws Broken {
    if (!sound) {
      throw new Broken();
    }
  }

  private void expect(char c) throws Broken {
    require(skip(c));
  }

  private boolean skip(char c) {
    boolean next = peek() == c;
    at += next ? 1 : 0;
    return next;
  }

  private void skipSpaces() {
    while (peek() == ' ') {
      at++;
    }
  }

  private void skipBlanks() {
    while (peek() == ' ' || peek() == '\t') {
      at++;
    }
  }

  private boolean atEnd() {
    return at == text.length();
  }

  /// The character that comes next; one that is none behind the end.
  private char peek() {
    return atEnd() ? END : text.charAt(at);
  }

  private boolean isOneOf(String characters) {
    return characters.indexOf(peek()) >= 0;
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isAlpha(char c) {
    return isLower(c) || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
