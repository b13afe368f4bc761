package uk.nhs.estate.probe.net;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/// Keeps the head of an answer octet for octet before anybody reads it, since what a client makes
/// of it is no longer what was sent.
///
/// Interim answers (RFC 9110 §15.2) are not passed on: OkHttp is ready for one of them only.
final class HeadRecorder extends InputStream {
  private static final int AT_ONCE = 4096;

  private final InputStream in;
  private final int most;
  private byte[] octets = {};
  private int size;
  private int headStart;
  private int lineStart;
  private boolean ended;
  private int passedOn;
  private Optional<Head> head = Optional.empty();

  /// @param most the largest head to take, in octets, with all interim answers before it
  HeadRecorder(InputStream in, int most) {
    this.in = in;
    this.most = most;
  }

  /// The head of the final answer, if one has come in whole.
  Optional<Head> head() {
    return head;
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
    int waiting = Math.min(size - passedOn, length);
    if (waiting <= 0) {
      return in.read(into, offset, length);
    }
    System.arraycopy(octets, passedOn, into, offset, waiting);
    passedOn += waiting;
    return waiting;
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
      end();
    }
  }

  private void end() {
    ended = true;
    passedOn = headStart;
  }

  private static boolean isInterim(int status) {
    return status < 200 && status != 101;
  }
}
