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
import java.util.Optional;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// Serves pretend zones over UDP and TCP on loopback: a resolver to point the scanner at, and the
/// zones' own name servers beside it.
///
/// Zones and misbehaviours may change while it runs. A name that no zone holds is REFUSED, never
/// denied.
public final class PracticeDns implements Closeable {

  private static final int IN_FLIGHT = 500;
  private static final int TRIES = 20;
  private static final int PLAIN_UDP = 512; // RFC 1035 §4.2.1
  private static final int LARGEST_UDP = 4096;
  private static final int LARGEST_TCP = 65_535;
  private static final int IDLE_MILLIS = 10_000;
  private static final Name NEVER_ASKED = PracticeZone.name("not.what.you.asked.test");

  private final Answers answers = new Answers();
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
    var reply = replyTo(query, authority, false);
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
      var reply = replyTo(query, authority, true);
      if (reply.isEmpty()) {
        in.skipNBytes(Long.MAX_VALUE); // silent until the asker gives up
        return;
      }
      var framed = ByteBuffer.allocate(2 + reply.get().length);
      framed.putShort((short) reply.get().length).put(reply.get());
      socket.getOutputStream().write(framed.array());
    }
  }

  private Optional<byte[]> replyTo(byte[] octets, boolean authority, boolean tcp)
      throws IOException {
    Message query;
    try {
      query = new Message(octets);
    } catch (IOException _) {
      return formatError(octets);
    }
    if (query.getHeader().getFlag(Flags.QR)) {
      return Optional.empty(); // an answer to an answer could go on for ever
    }
    var answer = answers.answer(query, authority);
    var message = answer.message();
    int most = tcp ? LARGEST_TCP : udpSize(query);
    return switch (answer.misbehaviour()) {
      case null -> Optional.of(message.toWire(most));
      case Misbehaviour.Silent() -> Optional.empty();
      case Misbehaviour.Refuses(int rcode) -> Optional.of(bare(message, rcode).toWire());
      case Misbehaviour.Slow(var by) -> {
        Workers.pause(by);
        yield Optional.of(message.toWire(most));
      }
      case Misbehaviour.Truncates() ->
          Optional.of(tcp ? message.toWire(most) : truncated(message).toWire());
      case Misbehaviour.TruncatesWithoutTcp() -> {
        if (tcp) {
          throw new IOException("hangs up");
        }
        yield Optional.of(truncated(message).toWire());
      }
      case Misbehaviour.Garbage() -> Optional.of(garbage(octets));
      case Misbehaviour.WrongId() -> {
        message.getHeader().setID(query.getHeader().getID() ^ 0x5555);
        yield Optional.of(message.toWire(most));
      }
      case Misbehaviour.WrongQuestion() -> {
        message.removeAllRecords(Section.QUESTION);
        message.addRecord(Record.newRecord(NEVER_ASKED, Type.A, DClass.IN), Section.QUESTION);
        yield Optional.of(message.toWire(most));
      }
      case Misbehaviour.ClaimsSecure() -> {
        message.getHeader().setFlag(Flags.AD);
        yield Optional.of(message.toWire(most));
      }
    };
  }

  private static int udpSize(Message query) {
    var opt = query.getOPT();
    return opt == null ? PLAIN_UDP : Math.clamp(opt.getPayloadSize(), PLAIN_UDP, LARGEST_UDP);
  }

  private static Message bare(Message answer, int rcode) {
    answer.removeAllRecords(Section.ANSWER);
    answer.removeAllRecords(Section.AUTHORITY);
    answer.getHeader().setRcode(rcode);
    answer.getHeader().unsetFlag(Flags.AA);
    return answer;
  }

  private static Message truncated(Message answer) {
    bare(answer, answer.getRcode()).getHeader().setFlag(Flags.TC);
    return answer;
  }

  /// An answer by its first four octets, with more records announced than there are octets to
  /// follow.
  private static byte[] garbage(byte[] query) {
    var octets = new byte[40];
    Arrays.fill(octets, (byte) 0xff);
    ByteBuffer.wrap(octets).put(query, 0, 2).putShort((short) 0x8180); // QR, RD, RA
    return octets;
  }

  /// Tells an asker whose message cannot be read that it cannot, if it has an id to tell it by.
  private static Optional<byte[]> formatError(byte[] query) {
    if (query.length < 2) {
      return Optional.empty();
    }
    var message = new Message(ByteBuffer.wrap(query).getShort() & 0xffff);
    message.getHeader().setFlag(Flags.QR);
    message.getHeader().setRcode(Rcode.FORMERR);
    return Optional.of(message.toWire());
  }
}
