package uk.nhs.estate.probe.dns;

import java.io.EOFException;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;

/// One question to one name server: by UDP, and by TCP when the answer does not fit (RFC 7766 §5).
///
/// Each question has a socket, a port and an id of its own; what does not answer it is not heard
/// (RFC 5452 §9.1).
final class Exchange {
  /// More than we say that we take (EDNS), since some send more all the same.
  private static final int LARGEST_DATAGRAM = 4096;

  private final InetSocketAddress server;
  private final Message query;
  private final long end;
  private boolean heardOthers;

  private Exchange(InetSocketAddress server, Message query, Duration time) {
    this.server = server;
    this.query = query;
    this.end = System.nanoTime() + time.toNanos();
  }

  /// Asks, and returns an answer to just this question.
  ///
  /// @throws Reply.Unreadable when what came back cannot be read
  /// @throws IOException when nothing came back in time
  static Message ask(InetSocketAddress server, Message query, Duration time) throws IOException {
    var exchange = new Exchange(server, query, time);
    try {
      var reply = exchange.byUdp();
      return reply.getHeader().getFlag(Flags.TC) ? exchange.byTcp() : reply;
    } catch (SocketTimeoutException e) {
      throw exchange.heardOthers ? new Reply.Unreadable("answers to other questions only") : e;
    }
  }

  private Message byUdp() throws IOException {
    try (var socket = new DatagramSocket()) {
      socket.connect(server);
      var octets = query.toWire();
      socket.send(new DatagramPacket(octets, octets.length));
      var packet = new DatagramPacket(new byte[LARGEST_DATAGRAM], LARGEST_DATAGRAM);
      while (true) {
        socket.setSoTimeout(millisLeft());
        packet.setLength(LARGEST_DATAGRAM);
        socket.receive(packet);
        var reply = Reply.to(query, Arrays.copyOf(packet.getData(), packet.getLength()));
        if (reply.isPresent()) {
          return reply.get();
        }
        heardOthers = true;
      }
    }
  }

  private Message byTcp() throws IOException {
    try (var socket = new Socket(Proxy.NO_PROXY)) {
      socket.connect(server, millisLeft());
      var octets = query.toWire();
      var framed = ByteBuffer.allocate(2 + octets.length).putShort((short) octets.length);
      socket.getOutputStream().write(framed.put(octets).array());
      int length = ByteBuffer.wrap(read(socket, 2)).getShort() & 0xffff;
      var reply = Reply.to(query, read(socket, length));
      if (reply.isEmpty()) {
        throw new Reply.Unreadable("an answer to another question");
      }
      if (reply.get().getHeader().getFlag(Flags.TC)) {
        throw new Reply.Unreadable("an answer cut off by TCP");
      }
      return reply.get();
    } catch (SocketTimeoutException | Reply.Unreadable e) {
      throw e;
    } catch (IOException _) {
      throw new Reply.Unreadable("an answer that does not fit UDP, and none by TCP");
    }
  }

  /// Reads all of it within the time, even if each octet comes by itself.
  private byte[] read(Socket socket, int length) throws IOException {
    var octets = new byte[length];
    var in = socket.getInputStream();
    for (int at = 0; at < length; ) {
      socket.setSoTimeout(millisLeft());
      int count = in.read(octets, at, length - at);
      if (count < 0) {
        throw new EOFException("the name server hung up");
      }
      at += count;
    }
    return octets;
  }

  private int millisLeft() throws SocketTimeoutException {
    long left = end - System.nanoTime();
    if (left <= 0) {
      throw new SocketTimeoutException("time is up");
    }
    return (int) Math.max(1, left / 1_000_000);
  }
}
