package uk.nhs.estate.practice;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a visitor of [PracticeWeb] says first.
sealed interface Opening {

  /// A TLS ClientHello: the octets read so far, and the name it asks for.
  record Hello(String octets, Optional<String> serverName) implements Opening {}

  /// An HTTP/1.x request head (RFC 9112 §2.1), bodies are not read.
  ///
  /// @param origin whose script asks (Fetch standard §3.2), as sent
  record Request(String method, String target, Optional<String> host, Optional<String> origin)
      implements Opening {}

  /// Neither of the two.
  record Unreadable() implements Opening {}

  int HANDSHAKE = 22;
  int MOST_HELLO = 65_536;
  int MOST_HEAD = 16_384;

  static Opening read(InputStream in) throws IOException {
    int first = in.read();
    if (first < 0) {
      throw new EOFException("the visitor left without a word");
    }
    if (first > '~') {
      return new Unreadable(); // such as a hello of SSL 2.0: no request begins like that
    }
    return first == HANDSHAKE ? readHello(in) : readRequest(first, in);
  }

  static Opening readRequest(InputStream in) throws IOException {
    int first = in.read();
    if (first < 0) {
      throw new EOFException("the visitor left without a word");
    }
    return readRequest(first, in);
  }

  /// Gathers records until the handshake message in them is whole (RFC 8446 §5.1).
  private static Opening readHello(InputStream in) throws IOException {
    var all = new ByteArrayOutputStream();
    var message = new ByteArrayOutputStream();
    int type = HANDSHAKE;
    while (all.size() < MOST_HELLO) {
      var header = exactly(in, 4);
      int length = ((header[2] & 0xff) << 8) | (header[3] & 0xff);
      var body = exactly(in, length);
      all.write(type);
      all.writeBytes(header);
      all.writeBytes(body);
      message.writeBytes(body);
      if (type != HANDSHAKE || isWhole(message.toByteArray())) {
        var octets = all.toString(StandardCharsets.ISO_8859_1);
        return new Hello(octets, ClientHello.serverName(message.toByteArray()));
      }
      type = in.read();
    }
    return new Unreadable();
  }

  private static boolean isWhole(byte[] message) {
    return message.length >= 4
        && message.length - 4
            >= (((message[1] & 0xff) << 16) | ((message[2] & 0xff) << 8) | (message[3] & 0xff));
  }

  private static byte[] exactly(InputStream in, int length) throws IOException {
    var octets = in.readNBytes(length);
    if (octets.length < length) {
      throw new EOFException("the visitor left in the middle of a record");
    }
    return octets;
  }

  private static Opening readRequest(int first, InputStream in) throws IOException {
    var head = new StringBuilder();
    for (int next = first; ; next = in.read()) {
      if (next < 0 || head.length() == MOST_HEAD) {
        return new Unreadable();
      }
      head.append((char) next);
      if (next == '\n' && (ends(head, "\r\n\r\n") || ends(head, "\n\n"))) {
        return request(head.toString());
      }
    }
  }

  private static boolean ends(StringBuilder text, String with) {
    return text.length() >= with.length() && text.indexOf(with, text.length() - with.length()) >= 0;
  }

  private static Opening request(String head) {
    var lines = head.lines().toList();
    var words = lines.getFirst().split(" ", -1);
    if (words.length != 3 || !words[1].matches("[!-~]+") || !words[2].startsWith("HTTP/1.")) {
      return new Unreadable();
    }
    return new Request(
        words[0],
        words[1],
        field(lines, "host")
            .map(host -> host.toLowerCase(Locale.ROOT).replaceFirst(":\\d{1,5}$", "")),
        field(lines, "origin"));
  }

  private static Optional<String> field(List<String> lines, String name) {
    return lines.stream()
        .skip(1)
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst();
  }
}
