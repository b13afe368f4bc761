package uk.nhs.estate.bench;

import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// A name server on loopback that is silent, by UDP and TCP, or passes on what another one answers,
/// and late.
final class AwkwardServer implements Closeable {
  private static final int LARGEST = 4096;
  private static final int PATIENCE_MILLIS = 10_000;

  private final InetSocketAddress from;
  private final Optional<Duration> late;
  private final DatagramSocket datagrams;
  private final ServerSocket connections;

  /// @param late how late it answers; silent without
  AwkwardServer(InetSocketAddress at, InetSocketAddress from, Optional<Duration> late)
      throws IOException {
    this.from = from;
    this.late = late;
    this.datagrams = new DatagramSocket(at);
    this.connections = new ServerSocket(at.getPort(), 500, at.getAddress());
    if (late.isPresent()) {
      Thread.startVirtualThread(this::serveDatagrams);
      Thread.startVirtualThread(this::serveConnections);
    }
  }

  private void serveDatagrams() {
    while (!datagrams.isClosed()) {
      try {
        var packet = new DatagramPacket(new byte[LARGEST], LARGEST);
        datagrams.receive(packet);
        Thread.startVirtualThread(() -> answer(packet));
      } catch (IOException _) {
        // closed
      }
    }
  }

  private void answer(DatagramPacket question) {
    try (var upstream = new DatagramSocket()) {
      Thread.sleep(late.orElseThrow());
      upstream.setSoTimeout(PATIENCE_MILLIS);
      upstream.connect(from);
      upstream.send(new DatagramPacket(question.getData(), question.getLength()));
      var answer = new DatagramPacket(new byte[LARGEST], LARGEST);
      upstream.receive(answer);
      var octets = Arrays.copyOf(answer.getData(), answer.getLength());
      datagrams.send(new DatagramPacket(octets, octets.length, question.getSocketAddress()));
    } catch (IOException | InterruptedException _) {
      // closed
    }
  }

  private void serveConnections() {
    while (!connections.isClosed()) {
      try {
        var visitor = connections.accept();
        Thread.startVirtualThread(() -> passOn(visitor));
      } catch (IOException _) {
        // closed
      }
    }
  }

  private void passOn(Socket visitor) {
    try (visitor;
        var upstream = new Socket(from.getAddress(), from.getPort())) {
      Thread.sleep(late.orElseThrow());
      var back = Thread.startVirtualThread(() -> pipe(upstream, visitor));
      pipe(visitor, upstream);
      back.join();
    } catch (IOException | InterruptedException _) {
      // closed
    }
  }

  private static void pipe(Socket one, Socket other) {
    try {
      one.getInputStream().transferTo(other.getOutputStream());
      other.shutdownOutput();
    } catch (IOException _) {
      // hung up
    }
  }

  @Override
  public void close() throws IOException {
    datagrams.close();
    connections.close();
  }
}
