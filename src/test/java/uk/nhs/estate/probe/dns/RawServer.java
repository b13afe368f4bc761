package uk.nhs.estate.probe.dns;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A name server that says what no library would, and counts what it is asked.
final class RawServer implements Closeable {

  /// What it does with a question.
  enum Manner {
    /// REFUSED to everything, after a moment.
    REFUSES,
    /// Sends answers with another id until nobody listens.
    FLOODS,
    /// Sends everybody to TCP, where it promises 65,535 octets and sends none.
    PROMISES,
    /// Sends everybody to TCP, where it sends such an answer octet by octet.
    DRIPS
  }

  private static final int QR = 0x80;
  private static final int TC = 0x02;
  private static final int REFUSED = 5;
  private static final int PAUSE_MILLIS = 30;

  private final Manner manner;
  private final DatagramSocket udp;
  private final ServerSocket tcp;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger mostInFlight = new AtomicInteger();
  private final List<Long> arrivals = Collections.synchronizedList(new ArrayList<>());

  RawServer(InetAddress address, int port, Manner manner) throws IOException {
    this.manner = manner;
    this.udp = new DatagramSocket(port, address);
    this.tcp = new ServerSocket(port, 50, address);
    threads.submit(this::listenByUdp);
    threads.submit(this::listenByTcp);
  }

  private Void listenByUdp() throws IOException {
    while (true) {
      var packet = new DatagramPacket(new byte[1500], 1500);
      udp.receive(packet);
      threads.submit(() -> answer(packet));
    }
  }

  private Void answer(DatagramPacket packet) throws IOException, InterruptedException {
    arrived();
    Thread.sleep(PAUSE_MILLIS);
    inFlight.decrementAndGet();
    var octets = Arrays.copyOf(packet.getData(), packet.getLength());
    switch (manner) {
      case REFUSES -> send(refusal(octets), packet);
      case PROMISES, DRIPS -> {
        octets[2] |= (byte) (QR | TC);
        send(octets, packet);
      }
      case FLOODS -> {
        octets[2] |= (byte) QR;
        octets[0] ^= 0x55;
        while (!udp.isClosed()) {
          send(octets, packet);
          Thread.sleep(PAUSE_MILLIS);
        }
      }
    }
    return null;
  }

  private static byte[] refusal(byte[] question) {
    var octets = question.clone();
    octets[2] |= (byte) QR;
    octets[3] = REFUSED;
    return octets;
  }

  private void send(byte[] octets, DatagramPacket to) throws IOException {
    udp.send(new DatagramPacket(octets, octets.length, to.getSocketAddress()));
  }

  private Void listenByTcp() throws IOException {
    while (true) {
      var socket = tcp.accept();
      threads.submit(() -> answer(socket));
    }
  }

  private Void answer(Socket socket) throws IOException, InterruptedException {
    try (socket) {
      var in = new DataInputStream(socket.getInputStream());
      var out = socket.getOutputStream();
      while (true) {
        var question = new byte[in.readUnsignedShort()];
        in.readFully(question);
        arrived();
        Thread.sleep(PAUSE_MILLIS);
        inFlight.decrementAndGet();
        if (manner == Manner.REFUSES) {
          out.write(new byte[] {(byte) (question.length >> 8), (byte) question.length});
          out.write(refusal(question));
        } else {
          out.write(new byte[] {-1, -1});
          while (manner == Manner.DRIPS) {
            out.write(0);
            Thread.sleep(PAUSE_MILLIS);
          }
        }
      }
    }
  }

  private void arrived() {
    arrivals.add(System.nanoTime());
    mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
  }

  /// Questions so far, by UDP and TCP.
  int questions() {
    return arrivals.size();
  }

  /// How long it was from the first to the last of them.
  double seconds() {
    var sorted = arrivals.stream().sorted().toList();
    return (sorted.getLast() - sorted.getFirst()) / 1e9;
  }

  /// The most of them that it had at one time.
  int mostInFlight() {
    return mostInFlight.get();
  }

  @Override
  public void close() throws IOException {
    udp.close();
    tcp.close();
    threads.shutdownNow();
  }
}
