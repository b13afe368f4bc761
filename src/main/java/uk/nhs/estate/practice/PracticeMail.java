package uk.nhs.estate.practice;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Runs pretend mail servers on loopback: one port number in the place of 25, and an address for
/// each of them, so that one can refuse while its neighbour answers. They take no mail.
///
/// Servers may be replaced while it runs. Where all hosts share one address (see [Loopback]), the
/// first one answers for all.
public final class PracticeMail implements Closeable {

  private static final int VISITORS = 1000;

  private final Workers workers = new Workers("practice-mail", VISITORS);
  private final Loopback addresses = new Loopback(25);
  private final Map<String, InetAddress> byName = new HashMap<>();
  private final Map<InetAddress, PracticeMailServer> byAddress = new ConcurrentHashMap<>();
  private final Map<InetAddress, Listener> listeners = new HashMap<>();
  private final MailReception reception = new MailReception();
  private final int port;

  private PracticeMail() throws IOException {
    this.port = listen(Loopback.HOME, 0);
  }

  /// Starts on a free port, with no server yet.
  public static PracticeMail start() throws IOException {
    return new PracticeMail();
  }

  /// The port that stands in for 25.
  public int port() {
    return port;
  }

  /// Opens a server, or puts it in the place of the earlier one of that host, at the same address.
  public synchronized void replace(PracticeMailServer server) throws IOException {
    var address = byName.get(server.host());
    if (address == null) {
      address = addresses.next();
      byName.put(server.host(), address);
    }
    if (address.equals(Loopback.HOME)) {
      byAddress.compute(
          address,
          (_, first) -> first == null || first.host().equals(server.host()) ? server : first);
      return;
    }
    byAddress.put(address, server);
    if (server.manners() instanceof MailManners.Closed) {
      var unwanted = listeners.remove(address);
      if (unwanted != null) {
        unwanted.close();
      }
    } else if (!listeners.containsKey(address)) {
      listen(address, port);
    }
  }

  /// Where a host is to be found, for its address record.
  public synchronized InetAddress addressOf(String host) {
    return Optional.ofNullable(byName.get(host))
        .orElseThrow(
            () -> new IllegalArgumentException("no pretend mail server is called " + host));
  }

  private int listen(InetAddress address, int atPort) throws IOException {
    var listener =
        Listener.open(
            Loopback.only(address, atPort),
            workers,
            visitor -> {
              var server = byAddress.get(address);
              if (server != null) {
                reception.receive(visitor, server);
              }
            });
    listeners.put(address, listener);
    return listener.port();
  }

  @Override
  public synchronized void close() throws IOException {
    for (var listener : listeners.values()) {
      listener.close();
    }
    listeners.clear();
    workers.close();
  }
}
