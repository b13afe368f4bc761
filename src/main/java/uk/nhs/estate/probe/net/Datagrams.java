package uk.nhs.estate.probe.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.function.Consumer;

/// A socket of its own for one question by UDP, which the [Dialler] opened: only the server asked
/// is heard, reads end at the time limit, and closing it gives our turn at the address back.
public final class Datagrams implements Closeable {
  /// More than we say that we take (EDNS), since some send more all the same.
  private static final int LARGEST = 4096;

  private final DatagramSocket socket;
  private final TimeLimit limit;
  private final Consumer<Datagrams> whenClosed;

  Datagrams(TimeLimit limit, Consumer<Datagrams> whenClosed) throws IOException {
    this.socket = new DatagramSocket();
    this.limit = limit;
    this.whenClosed = whenClosed;
  }

  void connect(InetSocketAddress server) throws IOException {
    socket.connect(server);
  }

  /// Sends a question.
  public void send(byte[] octets) throws IOException {
    socket.send(new DatagramPacket(octets, octets.length));
  }

  /// Waits for the next datagram, up to the time limit.
  ///
  /// @throws java.net.SocketTimeoutException when none came
  public byte[] receive() throws IOException {
    var packet = new DatagramPacket(new byte[LARGEST], LARGEST);
    socket.setSoTimeout(limit.millisLeft());
    socket.receive(packet);
    return Arrays.copyOf(packet.getData(), packet.getLength());
  }

  @Override
  public void close() {
    if (!socket.isClosed()) {
      socket.close();
      whenClosed.accept(this);
    }
  }
}
