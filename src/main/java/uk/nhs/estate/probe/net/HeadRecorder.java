package uk.nhs.estate.probe.net;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Keeps the head of an answer octet for octet before anybody reads it, since what a client makes
/// of it is no longer what was sent; and passes nothing on that comes after the answer.
///
/// Interim answers (RFC 9110 §15.2) are not passed on: OkHttp is ready for one of them only.
final class HeadRecorder extends InputStream {
  private static final int AT_ONCE = 4096;
  private static final int VERSION_LENGTH = "HTTP/1.1".length();

  private final InputStream in;
  private final int most;
  private byte[] octets = {};
  private int size;
  private int headStart;
  private int lineStart;
  private boolean ended;
  private int headEnd;
  private int passedOn;
  private Optional<Head> head = Optional.empty();
  private Framing framing = Framing.none();
  private boolean surplus;
  private boolean shut;

  /// @param most the largest head to take, in octets, with all interim answers before it
  HeadRecorder(InputStream in, int most) {
    this.in = in;
    this.most = most;
  }

  /// The head of the final answer, if one has come in whole.
  Optional<Head> head() {
    return head;
  }

  /// The version in the status line, once there is a head.
  String http() {
    return new String(octets, headStart, VERSION_LENGTH, StandardCharsets.ISO_8859_1);
  }

  /// Whether nothing has come in at all.
  boolean isSilent() {
    return size == 0;
  }

  /// Passes nothing more on to whoever reads here.
  void shut() {
    shut = true;
  }

  /// Whether the answer may end after so many octets at the most, which [#finish] then takes.
  boolean mayEnd(int most) {
    return head.isPresent() && !surplus && framing.mayEnd(most);
  }

  /// Takes the rest of the answer off the line.
  ///
  /// @param most the largest rest to take, in octets
  /// @return whether that has been all, so that the line is free for another request
  boolean finish(int most) throws IOException {
    var rest = new byte[AT_ONCE];
    int taken = 0;
    while (!framing.ended() && taken <= most) {
      int count = pass(rest, 0, rest.length);
      if (count < 0) {
        return false;
      }
      taken += count;
    }
    return head.isPresent() && framing.ended() && passedOn == size && !surplus;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    while (!ended) {
      receive();
    }
    return shut ? -1 : pass(into, offset, length);
  }

  private int pass(byte[] into, int offset, int length) throws IOException {
    int waiting = Math.min((passedOn < headEnd ? headEnd : size) - passedOn, length);
    if (waiting > 0) {
      System.arraycopy(octets, passedOn, into, offset, waiting);
      int count = passedOn < headEnd ? waiting : framing.take(into, offset, waiting);
      passedOn += count;
      return count > 0 ? count : -1;
    }
    if (framing.ended()) {
      return -1;
    }
    int count = in.read(into, offset, length);
    if (count < 0) {
      return -1;
    }
    int taken = framing.take(into, offset, count);
    surplus |= taken < count;
    return taken;
  }

  private void receive() throws IOException {
    if (size == most) {
      throw new TooLarge(most);
    }
    if (size == octets.length) {
      octets = Arrays.copyOf(octets, Math.min(Math.max(AT_ONCE, 2 * size), most));
    }
    int count = in.read(octets, size, octets.length - size);
    if (count < 0) {
      end();
      return;
    }
    int before = size;
    size += count;
    for (int at = before; at < size && !ended; at++) {
      if (octets[at] == '\n') {
        lineEndsAt(at);
      }
    }
  }

  private void lineEndsAt(int at) {
    boolean empty = at == lineStart || (at == lineStart + 1 && octets[lineStart] == '\r');
    boolean first = lineStart == headStart;
    lineStart = at + 1;
    if (!empty && !first) {
      return;
    }
    var soFar = Head.read(Arrays.copyOfRange(octets, headStart, lineStart));
    if (soFar.isEmpty()) { // no answer of HTTP/1: whoever reads it may say so at once
      end();
    } else if (empty && isInterim(soFar.get().status())) {
      headStart = lineStart;
    } else if (empty) {
      head = soFar;
      framing = Framing.of(soFar.get(), Arrays.copyOfRange(octets, headStart, lineStart));
      end();
    }
  }

  private void end() {
    ended = true;
    passedOn = headStart;
    headEnd = head.isPresent() ? lineStart : headStart;
  }

  private static boolean isInterim(int status) {
    return status < 200 && status != 101;
  }
}
