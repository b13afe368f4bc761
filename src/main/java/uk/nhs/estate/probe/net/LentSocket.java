package uk.nhs.estate.probe.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.SocketFactory;

/// Lends OkHttp a connection that is already open, and secure if it is to be: so the address guard,
/// politeness and TLS are the same for every probe, and OkHttp only speaks HTTP. It stays open when
/// OkHttp closes what it was lent.
final class LentSocket extends Socket {
  private final InputStream in;
  private final OutputStream out;
  private boolean closed;

  LentSocket(InputStream in, OutputStream out) {
    super(Proxy.NO_PROXY);
    this.in = in;
    this.out = out;
  }

  /// A factory that lends it once.
  SocketFactory once() {
    var lent = new AtomicBoolean();
    return new SocketFactory() {
      @Override
      public Socket createSocket() throws IOException {
        if (lent.getAndSet(true)) {
          throw new IOException("one connection, one request");
        }
        return LentSocket.this;
      }

      @Override
      public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
        throw new UnsupportedOperationException();
      }
    };
  }

  @Override
  public void connect(SocketAddress address, int timeout) {
    // it is connected; OkHttp's idea of the address is not asked
  }

  @Override
  public void setSoTimeout(int timeout) {
    // the line has a limit for all of the visit
  }

  @Override
  public InputStream getInputStream() {
    return in;
  }

  @Override
  public OutputStream getOutputStream() {
    return out;
  }

  @Override
  public boolean isConnected() {
    return !closed;
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
  }
}
