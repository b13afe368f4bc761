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
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// Serves pretend zones over UDP and TCP on loopback: a resolver to point the scanner at, and the
/// zones' own name servers beside it, each at an address of its own and all on one port.
///
/// Zones, servers and misbehaviours may change while it runs. A name that no zone holds is REFUSED,
/// never denied. Where the system has one loopback address only, the resolver is also every zone's
/// name server.
public final class PracticeDns implements Closeable {

  private static final int IN_FLIGHT = 500;
  private static final int TRIES = 20;
  private static final int LARGEST_UDP = 4096;
  private static final int IDLE_MILLIS = 10_000;

  private final Answers answers = new Answers();
  private final Zones everything = new Zones();
  private final Map<InetAddress, Nameserver> servers = new ConcurrentHashMap<>();
  private final Map<InetAddress, Listener> listeners = new ConcurrentHashMap<>();
  private final Workers workers = new Workers("practice-dns", IN_FLIGHT);
  private final Queue<Closeable> sockets = new ConcurrentLinkedQueue<>();
  private final AtomicInteger opened = new AtomicInteger();
  private final int port;

  private PracticeDns(Collection<InetAddress> addresses) throws IOException {
    this.port = listen(addresses);
  }

  /// Starts a resolver on a free port of 127.0.0.1, and on the same port of each further address
  /// an authoritative server.
  public static PracticeDns start(InetAddress... authorities) throws IOException {
    var addresses = new LinkedHashSet<InetAddress>();
    addresses.add(Loopback.HOME);
    for (var one : authorities) {
      addresses.add(Loopback.only(one, 0).getAddress());
    }
    return new PracticeDns(addresses);
  }

  /// Where the resolver is.
  public InetSocketAddress resolver() {
    return new InetSocketAddress(Loopback.HOME, port);
  }

  /// The port of all servers, which stands in for 53.
  public int dnsPort() {
    return port;
  }

  /// Starts one more authoritative server, without zones, and says where it is: in a network of its
  /// own (RFC 2182 §3.1).
  public InetAddress open() throws IOException {
    for (int attempt = 1; ; attempt++) {
      var address = Loopback.nameServer(opened.incrementAndGet());
      try {
        if (!servers.containsKey(address)) {
          open(address, port);
        }
        return address;
      } catch (BindException e) {
        if (attempt == TRIES) {
          throw e;
        }
      }
    }
  }

  /// Starts one at the only loopback address of IPv6, on a system that has it.
  public Optional<InetAddress> openIpv6() throws IOException {
    var address = Loopback.ipv6();
    if (address.isPresent() && !servers.containsKey(address.get())) {
      open(address.get(), port);
    }
    return address;
  }

  /// Serves a zone at the resolver and at every address that there is now, in place of an earlier
  /// one of the same name.
  public void serve(PracticeZone zone) {
    everything.put(zone);
    servers.values().forEach(server -> server.zones().put(zone));
  }

  /// Serves a zone at the resolver and at some addresses only, in place of an earlier one of the
  /// same name.
  public void serve(PracticeZone zone, InetAddress... at) {
    var chosen = Arrays.stream(at).map(this::server).collect(Collectors.toSet());
    everything.put(zone);
    for (var server : servers.values()) {
      if (chosen.contains(server)) {
        server.zones().put(zone);
      } else if (server.isAuthority()) {
        server.zones().remove(zone.origin());
      }
    }
  }

  /// Serves another state of a zone at one address: the resolver, and the zone's other servers,
  /// know nothing of it.
  public void serveOnlyAt(InetAddress at, PracticeZone zone) {
    if (!at.equals(Loopback.HOME)) {
      server(at).zones().put(zone);
    }
  }

  /// Stops serving a zone; its parent then denies the name.
  public void forget(String domain) {
    var origin = PracticeZone.name(domain);
    everything.remove(origin);
    servers.values().forEach(server -> server.zones().remove(origin));
  }

  /// A zone as the resolver knows it.
  public PracticeZone zone(String domain) {
    var zone = everything.at(PracticeZone.name(domain));
    if (zone == null) {
      throw new IllegalArgumentException("this practice DNS has no zone " + domain);
    }
    return zone;
  }

  /// Misbehaves from now on for a name and all names below it, at every address.
  public void misbehave(String name, Misbehaviour how) {
    answers.misbehave(PracticeZone.name(name), how);
  }

  /// Takes a misbehaviour back.
  public void behave(String name) {
    answers.behave(PracticeZone.name(name));
  }

  /// Misbehaves from now on at one address, unless one of its names does in another way.
  public void misbehave(InetAddress at, Misbehaviour how) throws IOException {
    server(at).misbehave(how);
    var listener = listeners.get(at);
    if (how instanceof Misbehaviour.RefusesTcp && listener != null) {
      listener.close();
      listeners.remove(at);
    }
  }

  /// Takes a server's misbehaviour back.
  public void behave(InetAddress at) throws IOException {
    server(at).behave();
    if (!listeners.containsKey(at)) {
      listenForTcp(at, port);
    }
  }

  /// The root's name servers and their addresses, as in a zone file (RFC 9609 §2).
  public String rootHints() {
    return zone(".").nameServers();
  }

  /// The digest of the root's key, as in a zone file (RFC 9718).
  public String trustAnchor() {
    return zone(".").delegationSigner();
  }

  private Nameserver server(InetAddress at) {
    var server = servers.get(at);
    if (server == null) {
      throw new IllegalArgumentException("no practice name server is at " + at.getHostAddress());
    }
    return server;
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
    servers.clear();
    listeners.clear();
  }

  /// Takes one port number on every address by TCP and UDP; another process may hold some of them.
  private int listen(Collection<InetAddress> addresses) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        int chosen = 0;
        for (var address : addresses) {
          chosen = open(address, chosen);
        }
        return chosen;
      } catch (BindException e) {
        hangUp();
        if (attempt == TRIES) {
          close();
          throw e;
        }
      }
    }
  }

  private int open(InetAddress address, int wanted) throws IOException {
    var server =
        address.equals(Loopback.HOME)
            ? Nameserver.resolver(answers, everything)
            : Nameserver.authority(answers, everything);
    var responder = new Responder(server);
    var udp = new DatagramSocket(Loopback.only(address, wanted));
    sockets.add(udp);
    servers.put(address, server);
    try {
      listenForTcp(address, udp.getLocalPort());
    } catch (IOException e) {
      servers.remove(address);
      udp.close();
      throw e;
    }
    workers.loop(() -> receive(udp, responder));
    return udp.getLocalPort();
  }

  private void listenForTcp(InetAddress address, int at) throws IOException {
    var responder = new Responder(server(address));
    var tcp =
        Listener.open(Loopback.only(address, at), workers, socket -> visit(socket, responder));
    sockets.add(tcp);
    listeners.put(address, tcp);
  }

  private void receive(DatagramSocket socket, Responder responder) {
    var packet = new DatagramPacket(new byte[LARGEST_UDP], LARGEST_UDP);
    while (!socket.isClosed()) {
      try {
        packet.setLength(LARGEST_UDP);
        socket.receive(packet);
        var query = Arrays.copyOf(packet.getData(), packet.getLength());
        var from = packet.getSocketAddress();
        workers.take(() -> reply(socket, query, from, responder)); // else lost, as UDP may be
      } catch (IOException _) {
        // closed, or the asker's port is gone: the loop's condition tells which
      }
    }
  }

  private static void reply(
      DatagramSocket socket, byte[] query, SocketAddress to, Responder responder)
      throws IOException {
    for (var reply : responder.reply(query, false)) {
      socket.send(new DatagramPacket(reply, reply.length, to));
    }
  }

  /// Answers questions one after the other on one connection (RFC 7766 §6.2.1).
  private static void visit(Socket socket, Responder responder) throws IOException {
    socket.setSoTimeout(IDLE_MILLIS);
    var in = new DataInputStream(socket.getInputStream());
    while (!socket.isClosed()) {
      var query = new byte[in.readUnsignedShort()];
      in.readFully(query);
      var replies = responder.reply(query, true);
      if (replies.isEmpty()) {
        in.skipNBytes(Long.MAX_VALUE); // silent until the asker gives up
        return;
      }
      for (var reply : replies) {
        var framed = ByteBuffer.allocate(2 + reply.length);
        framed.putShort((short) reply.length).put(reply);
        socket.getOutputStream().write(framed.array());
      }
    }
  }
}
