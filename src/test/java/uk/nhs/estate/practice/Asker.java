package uk.nhs.estate.practice;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/// Asks one practice name server over the wire, and takes its replies as they come.
record Asker(InetSocketAddress server) {

  private static final int PATIENCE_MILLIS = 10_000;
  private static final int SILENCE_MILLIS = 300;
  private static final int LARGEST = 65_535;

  static Asker of(PracticeDns dns, InetAddress at) {
    return new Asker(new InetSocketAddress(at, dns.dnsPort()));
  }

  /// As a scanner asks an authority: not to find anything out (RD is clear).
  static Message query(String name, int type) {
    var query = Message.newQuery(Record.newRecord(PracticeZone.name(name), type, DClass.IN));
    query.getHeader().unsetFlag(Flags.RD);
    return query;
  }

  static Message recursive(String name, int type) {
    return Message.newQuery(Record.newRecord(PracticeZone.name(name), type, DClass.IN));
  }

  static Message edns(Message query, int version, int flags) {
    query.addRecord(new OPTRecord(1232, 0, version, flags), Section.ADDITIONAL);
    return query;
  }

  static Message dnssec(String name, int type) {
    return edns(query(name, type), 0, ExtendedFlags.DO);
  }

  Message ask(String name, int type) throws IOException {
    return ask(query(name, type));
  }

  Message ask(Message query) throws IOException {
    return new Message(exchange(query.toWire(), PATIENCE_MILLIS));
  }

  byte[] octets(byte[] query) throws IOException {
    return exchange(query, PATIENCE_MILLIS);
  }

  boolean hearsNothing(Message query) throws IOException {
    try {
      exchange(query.toWire(), SILENCE_MILLIS);
      return false;
    } catch (SocketTimeoutException _) {
      return true;
    }
  }

  private byte[] exchange(byte[] octets, int patience) throws IOException {
    try (var socket = new DatagramSocket()) {
      socket.setSoTimeout(patience);
      socket.send(new DatagramPacket(octets, octets.length, server));
      var packet = new DatagramPacket(new byte[LARGEST], LARGEST);
      socket.receive(packet);
      return Arrays.copyOf(packet.getData(), packet.getLength());
    }
  }

  Message tcp(Message query) throws IOException {
    return tcp(query, 1).getFirst();
  }

  /// So many messages in answer to one question, as a zone transfer has.
  List<Message> tcp(Message query, int messages) throws IOException {
    try (var socket = connect()) {
      send(socket, query);
      var replies = new ArrayList<Message>();
      while (replies.size() < messages) {
        replies.add(receive(socket));
      }
      return replies;
    }
  }

  Socket connect() throws IOException {
    var socket = new Socket(server.getAddress(), server.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  static void send(Socket socket, Message query) throws IOException {
    var octets = query.toWire();
    var framed = ByteBuffer.allocate(2 + octets.length);
    framed.putShort((short) octets.length).put(octets);
    socket.getOutputStream().write(framed.array());
  }

  static Message receive(Socket socket) throws IOException {
    var in = new DataInputStream(socket.getInputStream());
    var reply = new byte[in.readUnsignedShort()];
    in.readFully(reply);
    return new Message(reply);
  }

  static List<String> data(Message reply, int section) {
    return reply.getSection(section).stream().map(Record::rdataToString).toList();
  }

  static List<Integer> types(Message reply, int section) {
    return reply.getSection(section).stream().map(Record::getType).toList();
  }
}
