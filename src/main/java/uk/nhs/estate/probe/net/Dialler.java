package uk.nhs.estate.probe.net;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Endpoint;
import uk.nhs.estate.observation.Obstacle;

/// Makes every connection of a look: to addresses that the guard lets through, by TCP to the ports
/// of the web, of mail and of name servers and by UDP to name servers, politely, and never by name.
public final class Dialler implements AutoCloseable {
  /// A restarting server refuses for a moment: only who refuses after this, too, does not listen.
  private static final Duration BEFORE_ASKING_AGAIN = Duration.ofSeconds(1);

  /// Where our turn at an address is waited for.
  private interface Queue {
    Runnable enter(InetAddress address) throws InterruptedIOException;
  }

  /// A way to connect to one address.
  private interface Dialling {
    Line dial(InetAddress address, int port, TimeLimit limit) throws IOException;
  }

  private final AddressGuard guard;
  private final Turnstiles<InetAddress> connections;
  private final Turnstiles<InetAddress> questions;
  private final int dnsPort;
  private final Set<Integer> ports;
  private final Duration connect;
  private final int mostAddresses;
  private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closing = new CountDownLatch(1);

  public Dialler(ScannerSettings settings) {
    this.guard = new AddressGuard(settings.allowedNetworks(), settings.forbiddenNetworks());
    var politeness = settings.politeness();
    this.connections =
        new Turnstiles<>(politeness.connectionsPerAddress(), politeness.pauseBetweenConnections());
    this.questions =
        new Turnstiles<>(
            settings.dns().questionsInFlight(),
            settings.dns().questionsPerSecond(),
            Duration.ofSeconds(1));
    this.dnsPort = settings.dns().port();
    // a laboratory may use one port for several
    this.ports =
        Set.copyOf(
            List.of(settings.httpPort(), settings.httpsPort(), settings.smtpPort(), dnsPort));
    this.connect = settings.limits().connect();
    this.mostAddresses = settings.limits().addresses();
  }

  /// Tries the addresses one after the other until one lets us in; when all refuse, once more.
  public Reach reach(Addresses addresses, int port, TimeLimit limit) {
    return reach(addresses, port, limit, this::dial);
  }

  /// The same for those who keep lines open.
  ///
  /// @param giveWay hangs up wherever nobody talks just now, so that no two wait for each other
  public Reach reach(Addresses addresses, int port, TimeLimit limit, Runnable giveWay) {
    return reach(
        addresses,
        port,
        limit,
        (address, its, time) ->
            dial(address, its, time, place -> connections.enter(place, giveWay)));
  }

  /// The same for a short offer.
  public Reach reachAtOnce(Addresses addresses, int port, TimeLimit limit) {
    return reach(addresses, port, limit, this::dialAtOnce);
  }

  private Reach reach(Addresses addresses, int port, TimeLimit limit, Dialling dialling) {
    return switch (addresses) {
      case Addresses.None(var obstacle) -> new Reach.Hidden(obstacle);
      case Addresses.Known known -> {
        var result = tryEach(known, port, limit, dialling);
        if (!(result instanceof Reach.NobodyListens)) {
          yield result;
        }
        yield waited(limit)
            ? tryEach(known, port, limit, dialling)
            : new Reach.Hidden(Obstacles.of(new InterruptedIOException("stopped"), ""));
      }
    };
  }

  private Reach tryEach(Addresses.Known known, int port, TimeLimit limit, Dialling dialling) {
    boolean all = known.complete() && known.all().size() <= mostAddresses;
    Obstacle refused = null;
    Obstacle other = null;
    for (var address : known.all().subList(0, Math.min(known.all().size(), mostAddresses))) {
      var place = new Endpoint(AddressText.of(address), port);
      try {
        return new Reach.Reached(dialling.dial(address, port, limit));
      } catch (IOException e) {
        var obstacle = Obstacles.of(e, place.toString());
        if (obstacle.kind() == Obstacle.Kind.CONNECTION_REFUSED) {
          refused = refused == null ? obstacle : refused;
        } else {
          other = other == null ? obstacle : other;
        }
      }
    }
    return outcome(refused, other, all, new Endpoint(AddressText.of(known.all().getFirst()), port));
  }

  private static Reach outcome(
      @Nullable Obstacle refused, @Nullable Obstacle other, boolean all, Endpoint first) {
    if (other != null) {
      return new Reach.Hidden(other);
    }
    if (refused != null && !all) {
      return new Reach.Hidden(refused);
    }
    return new Reach.NobodyListens(first);
  }

  /// Connects to one address. The limit bounds the connecting, not the waiting for our turn, and
  /// then all reads.
  public Line dial(InetAddress address, int port, TimeLimit limit) throws IOException {
    return dial(address, port, limit, port == dnsPort ? questions::enter : connections::enter);
  }

  /// Connects to one address for a short offer, such as a hello of TLS that is cut off when it has
  /// been answered: as many at once as other connections, but without a pause between them.
  public Line dialAtOnce(InetAddress address, int port, TimeLimit limit) throws IOException {
    return dial(address, port, limit, connections::enterAtOnce);
  }

  private Line dial(InetAddress address, int port, TimeLimit limit, Queue queue)
      throws IOException {
    check(address, port);
    if (limit.isOver()) {
      throw new SocketTimeoutException("time is up");
    }
    long asked = System.nanoTime();
    var leave = queue.enter(address);
    limit.forgive(System.nanoTime() - asked);
    var line =
        new Line(
            limit,
            its -> {
              open.remove(its);
              leave.run();
            });
    try {
      open.add(line);
      if (closing.getCount() == 0) {
        throw new InterruptedIOException("the scanner is stopping");
      }
      line.setTcpNoDelay(true);
      line.connect(new InetSocketAddress(address, port), limit.within(connect).millisLeft());
      check(line.getInetAddress(), line.getPort());
      return line;
    } catch (IOException | RuntimeException e) {
      line.close();
      throw e;
    }
  }

  /// Opens a way to put questions to a name server by UDP. The limit bounds all reads, not the
  /// waiting for our turn.
  public Datagrams datagrams(InetAddress address, TimeLimit limit) throws IOException {
    check(address, dnsPort);
    long asked = System.nanoTime();
    var leave = questions.enter(address);
    limit.forgive(System.nanoTime() - asked);
    var datagrams =
        new Datagrams(
            limit,
            its -> {
              open.remove(its);
              leave.run();
            });
    try {
      open.add(datagrams);
      if (closing.getCount() == 0) {
        throw new InterruptedIOException("the scanner is stopping");
      }
      datagrams.connect(new InetSocketAddress(address, dnsPort));
      return datagrams;
    } catch (IOException | RuntimeException e) {
      datagrams.close();
      throw e;
    }
  }

  /// Lets time pass between two visits, in nobody's way: it keeps no line and no turn.
  ///
  /// @throws InterruptedIOException when the scanner stops instead
  public void rest(Duration pause) throws InterruptedIOException {
    try {
      if (closing.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new InterruptedIOException("the scanner is stopping");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped between two visits");
    }
  }

  /// Waits until one more question may be put to a name server, on a line that is open to it.
  public void anotherQuestion(Line line) throws IOException {
    questions.again(line.getInetAddress());
  }

  private void check(InetAddress address, int port) throws Forbidden {
    if (!ports.contains(port)) {
      throw new Forbidden("port " + port + " is none that the scanner visits");
    }
    var objection = guard.objection(address);
    if (objection.isPresent()) {
      throw new Forbidden(objection.get());
    }
  }

  private static boolean waited(TimeLimit limit) {
    try {
      Thread.sleep(BEFORE_ASKING_AGAIN);
      limit.forgive(BEFORE_ASKING_AGAIN.toNanos());
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Cuts every connection off, so that looks under way end, and makes no more.
  @Override
  public void close() {
    closing.countDown();
    for (var line : open) {
      try {
        line.close();
      } catch (IOException _) {
        // it is gone all the same
      }
    }
  }
}
