package uk.nhs.estate.probe.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import uk.nhs.estate.probe.net.TooLarge;

/// Keeps the head of an answer octet for octet while it passes by, since what a client makes of it
/// is no longer what was sent.
final class HeadRecorder extends InputStream {
  private final InputStream in;
  private final int most;
  private byte[] octets = new byte[2048];
  private int size;
  private int start;
  private Optional<Head> head = Optional.empty();
  private boolean ended;

  /// @param most the largest head to let pass, in octets
  HeadRecorder(InputStream in, int most) {
    this.in = in;
    this.most = most;
  }

  /// The head of the final answer (RFC 9110 §15), once it has passed whole.
  Optional<Head> head() {
    return head;
  }

  /// What has passed of an answer that has no head as yet.
  byte[] beginning() {
    return Arrays.copyOf(octets, Math.min(size, 64));
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = in.read(into, offset, length);
    for (int at = 0; at < count && !ended; at++) {
      pass(into[offset + at]);
    }
    return count;
  }

  private void pass(byte octet) throws TooLarge {
    if (size == most) {
      throw new TooLarge(most);
    }
    if (size == octets.length) {
      octets = Arrays.copyOf(octets, Math.min(2 * size, most));
    }
    octets[size++] = octet;
    if (octet == '\n' && endsInAnEmptyLine()) {
      var whole = Head.read(Arrays.copyOfRange(octets, start, size));
      start = size;
      ended = whole.isEmpty() || !isInterim(whole.get().status());
      head = ended ? whole : head;
    }
  }

  private boolean endsInAnEmptyLine() {
    int before = size - 2;
    if (before >= start && octets[before] == '\r') {
      before--;
    }
    return before < start || octets[before] == '\n';
  }

  private static boolean isInterim(int status) {
    return status < 200 && status != 101;
  }
}
