package uk.nhs.estate.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.probe.net.Addresses;
import uk.nhs.estate.probe.net.Dialler;
import uk.nhs.estate.probe.net.ScannerSettings;
import uk.nhs.estate.probe.tls.TlsProbe;
import uk.nhs.estate.register.ScanLevel;
import uk.nhs.estate.settings.ScannerConfig;

/// Measures looks at the TLS of servers on loopback. `bin/bench-tls` starts the servers, and runs
/// peers beside it.
final class TlsBenchmark {
  private static final String HOST = "www.lab.test";
  private static final Duration ONE_WAY = Duration.ofMillis(10);
  private static final int WARM_UP = 60;
  private static final int MEASURED = 60;
  private static final int HOSTS = 100;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private record Looked(long micros, TlsPosture posture) {}

  /// @param arguments the ports of a host as Mozilla's intermediate profile has it, and of an old
  ///     one; both listen on every address of 127.0.0.0/8
  public static void main(String[] arguments) throws Exception {
    int intermediate = Integer.parseInt(arguments[0]);
    int old = Integer.parseInt(arguments[1]);
    new TlsBenchmark().measure(intermediate, old);
    System.exit(0);
  }

  private void measure(int intermediate, int old) throws Exception {
    for (var level : List.of(ScanLevel.ORDINARY, ScanLevel.THOROUGH)) {
      tell("intermediate, " + level, looks(intermediate, level, 1).getFirst());
      tell("old, " + level, looks(old, level, 1).getFirst());
    }
    looks(intermediate, ScanLevel.ORDINARY, WARM_UP);
    for (var level : List.of(ScanLevel.ORDINARY, ScanLevel.THOROUGH)) {
      System.out.printf(
          "intermediate, %s, warm: %.1f ms%n",
          level, median(looks(intermediate, level, MEASURED)) / 1000.0);
      System.out.printf("old, %s, warm: %.1f ms%n", level, median(looks(old, level, 20)) / 1000.0);
    }
    for (int round = 0; round < 3; round++) {
      System.out.printf("%d hosts: %.2f s%n", HOSTS, manyHosts(intermediate) / 1e6);
    }
    try (var far = new FarAway(intermediate)) {
      System.out.printf(
          "20 ms away: %.2f s%n", median(looks(far.port(), ScanLevel.ORDINARY, 5)) / 1e6);
    }
  }

  private static void tell(String what, Looked looked) {
    System.out.printf(
        "%s: %d connections and the handshake of a browser, %d suites%n",
        what,
        looked.posture().effort().connections(),
        looked.posture().suites().stream()
            .flatMap(list -> list.codes().stream())
            .distinct()
            .count());
  }

  private List<Looked> looks(int port, ScanLevel level, int count) {
    try (var dialler = new Dialler(settings(port))) {
      var probe = new TlsProbe(settings(port), dialler, threads, InstantSource.system());
      return IntStream.range(0, count)
          .mapToObj(_ -> look(probe, InetAddress.ofLiteral("127.0.0.1"), level))
          .toList();
    }
  }

  private long manyHosts(int port) throws Exception {
    var settings = settings(port);
    try (var dialler = new Dialler(settings)) {
      var probe = new TlsProbe(settings, dialler, threads, InstantSource.system());
      long start = System.nanoTime();
      var all = new ArrayList<Future<Looked>>();
      for (int host = 1; host <= HOSTS; host++) {
        var address = InetAddress.ofLiteral("127.1.0." + host);
        all.add(threads.submit(() -> look(probe, address, ScanLevel.ORDINARY)));
      }
      for (var one : all) {
        one.get();
      }
      return (System.nanoTime() - start) / 1000;
    }
  }

  private static Looked look(TlsProbe probe, InetAddress address, ScanLevel level) {
    long start = System.nanoTime();
    var sighting = probe.look(HOST, new Addresses.Known(List.of(address), true), level);
    long micros = (System.nanoTime() - start) / 1000;
    if (sighting instanceof Sighting.Seen(_, TlsFacts facts)
        && facts.servers().getFirst() instanceof TlsFacts.Met met
        && met.posture() != null) {
      return new Looked(micros, met.posture());
    }
    throw new IllegalStateException("not seen: " + sighting);
  }

  private static double median(List<Looked> all) {
    return all.stream()
        .mapToLong(Looked::micros)
        .sorted()
        .skip(all.size() / 2)
        .findFirst()
        .orElseThrow();
  }

  private static ScannerSettings settings(int port) {
    var shipped = ScannerConfig.read(null).scanner();
    return shipped.aimedAt(
        shipped.resolvers(),
        List.of("127.0.0.0/8"),
        shipped.httpPort(),
        port,
        shipped.smtpPort(),
        null,
        shipped.dns());
  }

  /// Stands in front of a server, as far away as 20 ms there and back. That the connection is made
  /// at once is made up for by its first octets, which take one way there and back longer.
  private final class FarAway implements AutoCloseable {
    private final ServerSocket door = new ServerSocket();
    private final int port;

    FarAway(int port) throws IOException {
      this.port = port;
      door.bind(new InetSocketAddress("127.0.0.1", 0));
      threads.submit(this::serve);
    }

    int port() {
      return door.getLocalPort();
    }

    private Void serve() throws IOException {
      while (true) {
        var visitor = door.accept();
        threads.submit(() -> pass(visitor));
      }
    }

    private Void pass(Socket visitor) throws Exception {
      try (visitor;
          var server = new Socket("127.0.0.1", port)) {
        visitor.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        var back =
            threads.submit(() -> late(server.getInputStream(), visitor.getOutputStream(), ONE_WAY));
        late(visitor.getInputStream(), server.getOutputStream(), ONE_WAY.multipliedBy(3));
        server.shutdownOutput();
        back.get();
      }
      return null;
    }

    /// Passes everything on, some time after it came; the time of what comes first is given.
    private Void late(InputStream from, OutputStream to, Duration first) throws Exception {
      record Piece(Instant due, byte[] octets) {}
      var pieces = new LinkedBlockingQueue<Piece>();
      threads.submit(
          () -> {
            var time = first;
            var buffer = new byte[16_384];
            for (int count; (count = from.read(buffer)) > 0; time = ONE_WAY) {
              pieces.add(new Piece(Instant.now().plus(time), Arrays.copyOf(buffer, count)));
            }
            pieces.add(new Piece(Instant.now().plus(ONE_WAY), new byte[0]));
            return null;
          });
      while (true) {
        var piece = pieces.take();
        Thread.sleep(Duration.between(Instant.now(), piece.due()));
        if (piece.octets().length == 0) {
          to.close();
          return null;
        }
        to.write(piece.octets());
      }
    }

    @Override
    public void close() throws IOException {
      door.close();
    }
  }
}
