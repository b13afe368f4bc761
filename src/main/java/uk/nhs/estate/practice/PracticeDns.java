package uk.nhs.estate.practice;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Serves pretend zones over UDP and TCP on loopback: a resolver to point the scanner at, and the
/// zones' own name servers beside it.
///
/// Zones and misbehaviours may change while it runs. A name that no zone holds is REFUSED, never
/// denied.
public final class PracticeDns implements Closeable {

  private static final int IN_FLIGHT = 500;
  private static final int TRIES = 20;
  private static final int LARGEST_UDP = 4096;
  private static final int IDLE_MILLIS = 10_000;

  private final Answers answers = new Answers();
  private final Responder responder = new Responder(answers);
  private final Workers workers = new Workers("practice-dns", IN_FLIGHT);
  private final List<Closeable> sockets = new ArrayList<>();
  private final int port;

  private PracticeDns(List<InetAddress> addresses) throws IOException {
    this.port = listen(addresses);
  }

  /// Starts a resolver on a free port of 127.0.0.1, and on the same port of each further address
  /// an authoritative server of the same zones.
  public static PracticeDns start(InetAddress... authorities) throws IOException {
    var addresses = new ArrayList<InetAddress>();
    addresses.add(Loopback.HOME);
    for (var one : authorities) {
      Loopback.only(one, 0);
      if (!addresses.contains(one)) {
        addresses.add(one);
      }
    }
    return new PracticeDns(addresses);
  }

  /// Where the resolver is.
  public InetSocketAddress resolver() {
    return new InetSocketAddress(Loopback.HOME, port);
  }

  /// Serves a zone, in place of an earlier one of the same name.
  public void serve(PracticeZone zone) {
    answers.serve(zone);
  }

  /// Stops serving a zone; its parent then denies the name.
  public void forget(String domain) {
    answers.forget(PracticeZone.name(domain));
  }

  /// Misbehaves from now on for a name and all names below it.
  public void misbehave(String name, Misbehaviour how) {
    answers.misbehave(PracticeZone.name(name), how);
  }

  /// Takes a misbehaviour back.
  public void behave(String name) {
    answers.behave(PracticeZone.name(name));
  }

  @Override
  public void close() throws IOException {
    hangUp();
    workers.close();
  }

  private void hangUp() throws IOException {
    for (var one : sockets) {
      one.close();
    }
    sockets.clear();
  }

  /// Takes one port number on every address by TCP and UDP; another process may hold some of them.
  private int listen(List<InetAddress> addresses) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return tryToListen(addresses);
      } catch (BindException e) {
        hangUp();
        if (attempt == TRIES) {
          close();
          throw e;
        }
      }
    }
  }

  private int tryToListen(List<InetAddress> addresses) throws IOException {
    int chosen = 0;
    for (var address : addresses) {
      boolean authority = !address.equals(Loopback.HOME);
      var tcp =
          Listener.open(
              Loopback.only(address, chosen), workers, socket -> visit(socket, authority));
      sockets.add(tcp);
      chosen = tcp.port();
      var udp = new DatagramSocket(Loopback.only(address, chosen));
      sockets.add(udp);
      workers.loop(() -> receive(udp, authority));
    }
    return chosen;
  }

  private void receive(DatagramSocket socket, boolean authority) {
    var packet = new DatagramPacket(new byte[LARGEST_UDP], LARGEST_UDP);
    while (!socket.isClosed()) {
      try {
        packet.setLength(LARGEST_UDP);
        socket.receive(packet);
        var query = Arrays.copyOf(packet.getData(), packet.getLength());
        var from = packet.getSocketAddress();
        workers.take(() -> reply(socket, query, from, authority)); // else lost, as UDP may be
      } catch (IOException _) {
        // closed, or the asker's port is gone: the loop's condition tells which
      }
    }
  }

  private void reply(DatagramSocket socket, byte[] query, SocketAddress to, boolean authority)
      throws IOException {
    var reply = responder.reply(query, authority, false);
    if (reply.isPresent()) {
      socket.send(new DatagramPacket(reply.get(), reply.get().length, to));
    }
  }

  /// Answers questions one after the other on one connection (RFC 7766 §6.2.1).
  private void visit(Socket socket, boolean authority) throws IOException {
    socket.setSoTimeout(IDLE_MILLIS);
    var in = new DataInputStream(socket.getInputStream());
    while (!socket.isClosed()) {
      var query = new byte[in.readUnsignedShort()];
      in.readFully(query);
      var reply = responder.reply(query, authority, true);
      if (reply.isEmpty()) {
        in.skipNBytes(Long.MAX_VALUE); // silent until the asker gives up
        return;
      }
      var framed = ByteBuffer.allocate(2 + reply.get().length);
      framed.putShort((short) reply.get().length).put(reply.get());
      socket.getOutputStream().write(framed.array());
    }
  }
}
