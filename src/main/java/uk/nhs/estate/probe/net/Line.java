package uk.nhs.estate.probe.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.util.Arrays;
import java.util.function.Consumer;
import uk.nhs.estate.observation.Endpoint;

/// A connection that the [Dialler] made: reads from it end at its time limit and at its size limit,
/// and closing it gives our turn at the address back.
public final class Line extends Socket {
  private static final int FIRST_OCTETS = 64;

  private final Consumer<Line> whenClosed;
  private final Incoming incoming = new Incoming();
  private TimeLimit limit;
  private long most = Long.MAX_VALUE;
  private long received;
  private byte[] first = {};
  private int passedOn;
  private boolean closed;

  Line(TimeLimit limit, Consumer<Line> whenClosed) {
    super(Proxy.NO_PROXY);
    this.limit = limit;
    this.whenClosed = whenClosed;
  }

  /// Bounds all reads from now on.
  public void limit(TimeLimit time, long mostOctets) {
    this.limit = time;
    this.most = mostOctets;
    this.received = 0;
  }

  /// The other end.
  public Endpoint endpoint() {
    var remote = (InetSocketAddress) getRemoteSocketAddress();
    return new Endpoint(AddressText.of(remote.getAddress()), remote.getPort());
  }

  /// Counts the first octets from here on: another protocol begins (RFC 3207 §4).
  public void startAnew() {
    first = Arrays.copyOfRange(first, passedOn, first.length);
    passedOn = 0;
  }

  /// The first octets that came in together, up to 64.
  public byte[] firstOctets() {
    return first.clone();
  }

  @Override
  public InputStream getInputStream() throws IOException {
    incoming.open(super.getInputStream());
    return incoming;
  }

  @Override
  public void close() throws IOException {
    synchronized (incoming) {
      if (closed) {
        return;
      }
      closed = true;
    }
    try {
      super.close();
    } finally {
      whenClosed.accept(this);
    }
  }

  /// No filter of the system's stream, whose other methods would pass the limits by.
  private final class Incoming extends InputStream {
    private InputStream in = InputStream.nullInputStream();

    void open(InputStream from) {
      in = from;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /// Takes the first octets off the network together, so that they can be shown even if whoever
    /// reads here gives up after the first of them.
    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (received == 0 && first.length == 0) {
        var octets = new byte[FIRST_OCTETS];
        first = Arrays.copyOf(octets, Math.max(receive(octets, 0, FIRST_OCTETS), 0));
      }
      int waiting = Math.min(first.length - passedOn, length);
      if (waiting > 0) {
        System.arraycopy(first, passedOn, into, offset, waiting);
        passedOn += waiting;
        return waiting;
      }
      return receive(into, offset, length);
    }

    @Override
    public int available() throws IOException {
      return first.length - passedOn + in.available();
    }

    private int receive(byte[] into, int offset, int length) throws IOException {
      setSoTimeout(limit.millisLeft());
      int count = in.read(into, offset, length);
      received += Math.max(count, 0);
      if (received > most) {
        throw new TooLarge(most);
      }
      return count;
    }
  }
}
