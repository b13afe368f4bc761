package uk.nhs.estate.probe.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.observation.Endpoint;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.probe.Lab;
import uk.nhs.estate.probe.LoneServer;
import uk.nhs.estate.probe.net.ScannerSettings.Politeness;

class DiallerTest {
  private static final InetSocketAddress NO_RESOLVER = new InetSocketAddress(LoneServer.home(), 53);

  @Test
  void connectsAndSaysWhereTo() throws IOException {
    try (var server = LoneServer.start(LoneServer.says("hello"));
        var dialler = dialler(server.port());
        var line = dialler.dial(LoneServer.home(), server.port(), patience())) {
      assertThat(line.getInputStream().readNBytes(5)).asString().isEqualTo("hello");
      assertThat(line.endpoint()).isEqualTo(new Endpoint("127.0.0.1", server.port()));
      assertThat(line.firstOctets()).asString().isEqualTo("hello");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"169.254.169.254", "10.0.0.1", "::1", "192.0.2.1", "224.0.0.1", "0.0.0.0"})
  void doesNotConnectWhereTheGuardObjects(String address) throws IOException {
    try (var server = LoneServer.start("0.0.0.0", 0, LoneServer.silent());
        var dialler = dialler(server.port())) {
      assertThatThrownBy(
              () -> dialler.dial(InetAddress.ofLiteral(address), server.port(), patience()))
          .isInstanceOf(Forbidden.class)
          .hasMessageContaining(" is in ");
      assertThat(server.visitors()).isZero();
    }
  }

  @Test
  void connectsToThePortsOfTheWebOnly() throws IOException {
    try (var server = LoneServer.start(LoneServer.silent());
        var dialler = dialler(LoneServer.closedPort())) {
      assertThatThrownBy(() -> dialler.dial(LoneServer.home(), server.port(), patience()))
          .isInstanceOf(Forbidden.class)
          .hasMessageContaining("port " + server.port());
      assertThat(server.visitors()).isZero();
    }
  }

  @Test
  void aRestEndsWithTheScanner() throws IOException {
    var dialler = dialler(LoneServer.closedPort());
    dialler.rest(Duration.ZERO);
    dialler.close();
    assertThatThrownBy(() -> dialler.rest(Duration.ofDays(1)))
        .isInstanceOf(InterruptedIOException.class);
  }

  @Test
  void aRestEndsWithItsThread() throws IOException {
    try (var dialler = dialler(LoneServer.closedPort())) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> dialler.rest(Duration.ofDays(1)))
          .isInstanceOf(InterruptedIOException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void triesTheAddressesInTheirOrderUntilOneAnswers() throws IOException {
    try (var server = LoneServer.start("127.0.0.3", 0, LoneServer.silent());
        var dialler = dialler(server.port())) {
      var reach =
          dialler.reach(
              known(true, "10.0.0.1", "127.0.0.2", "127.0.0.3"), server.port(), patience());

      assertThat(reach)
          .isInstanceOfSatisfying(
              Reach.Reached.class,
              reached -> assertThat(reached.line().endpoint().address()).isEqualTo("127.0.0.3"));
      ((Reach.Reached) reach).line().close();
    }
  }

  @Test
  void believesThatNobodyListensWhenAllRefuseTwice() throws IOException {
    int port = LoneServer.closedPort();
    try (var dialler = dialler(port)) {
      long start = System.nanoTime();

      assertThat(dialler.reach(known(true, "127.0.0.2", "127.0.0.3"), port, patience()))
          .isEqualTo(new Reach.NobodyListens(new Endpoint("127.0.0.2", port)));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
    }
  }

  @Test
  void meetsAServerThatComesBackInBetween() throws Exception {
    int port = LoneServer.closedPort();
    var late = new AtomicReference<@Nullable LoneServer>();
    try (var dialler = dialler(port)) {
      var starting =
          Thread.startVirtualThread(
              () -> {
                try {
                  Thread.sleep(300);
                  late.set(LoneServer.start("127.0.0.1", port, LoneServer.silent()));
                } catch (IOException | InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });
      assertThat(dialler.reach(known(true, "127.0.0.1"), port, patience()))
          .isInstanceOf(Reach.Reached.class);
      starting.join();
    } finally {
      var server = late.get();
      if (server != null) {
        server.close();
      }
    }
  }

  @Test
  void doesNotBelieveThatNobodyListensWithoutKnowingAllAddresses() throws IOException {
    int port = LoneServer.closedPort();
    try (var dialler = dialler(port)) {
      var some = known(false, "127.0.0.2");
      var more =
          known(true, "127.0.0.2", "127.0.0.3", "127.0.0.4", "127.0.0.5", "127.0.0.6"); // limit 4
      for (var addresses : List.of(some, more)) {
        assertThat(dialler.reach(addresses, port, patience()))
            .isInstanceOfSatisfying(
                Reach.Hidden.class,
                hidden -> assertThat(hidden.obstacle().kind()).isEqualTo(Kind.CONNECTION_REFUSED));
      }
    }
  }

  @Test
  void givesUpConnectingInTime() throws IOException {
    try (var full = new ServerSocket(0, 1, LoneServer.home())) {
      var crowd = new ArrayList<Socket>();
      try (var dialler = dialler(full.getLocalPort())) {
        for (int i = 0; i < 3; i++) { // fills the queue of connections that nobody accepts
          var one = new Socket();
          crowd.add(one);
          try {
            one.connect(full.getLocalSocketAddress(), 200);
          } catch (SocketTimeoutException _) {
            break;
          }
        }
        assertThat(dialler.reach(known(true, "127.0.0.1"), full.getLocalPort(), patience()))
            .isInstanceOfSatisfying(
                Reach.Hidden.class,
                hidden -> assertThat(hidden.obstacle().kind()).isEqualTo(Kind.TIMED_OUT));
      } finally {
        for (var one : crowd) {
          one.close();
        }
      }
    }
  }

  @Test
  void boundsReadingAsAWholeHoweverSlowlyItDrips() throws IOException {
    try (var server = LoneServer.start(LoneServer.drips("x".repeat(1000), 20));
        var dialler = dialler(server.port());
        var line = dialler.dial(LoneServer.home(), server.port(), patience())) {
      line.limit(TimeLimit.of(Duration.ofMillis(300)), Long.MAX_VALUE);
      long start = System.nanoTime();

      assertThatThrownBy(() -> line.getInputStream().readAllBytes())
          .isInstanceOf(SocketTimeoutException.class);
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(Duration.ofMillis(290), Duration.ofSeconds(5));
    }
  }

  @Test
  void boundsHowMuchIsRead() throws IOException {
    try (var server = LoneServer.start(LoneServer.says("x".repeat(100_000)));
        var dialler = dialler(server.port());
        var line = dialler.dial(LoneServer.home(), server.port(), patience())) {
      line.limit(patience(), 50_000);

      assertThatThrownBy(() -> line.getInputStream().readAllBytes()).isInstanceOf(TooLarge.class);
    }
  }

  @Test
  void doesNotCountTheWaitForOurTurn() throws IOException {
    try (var server = LoneServer.start(LoneServer.silent());
        var dialler =
            new Dialler(
                Lab.politeness(
                    Lab.settings(NO_RESOLVER, server.port(), server.port()),
                    new Politeness(1, Duration.ofMillis(600), 1)))) {
      dialler.dial(LoneServer.home(), server.port(), patience()).close();
      var limit = TimeLimit.of(Duration.ofMillis(400));

      dialler.dial(LoneServer.home(), server.port(), limit).close();

      assertThat(limit.isOver()).isFalse();
    }
  }

  @Test
  void isPoliteToEachAddress() throws Exception {
    var inside = new AtomicInteger();
    var most = new AtomicInteger();
    try (var server =
            LoneServer.start(
                visitor -> {
                  most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                  Thread.sleep(50);
                  inside.decrementAndGet();
                });
        var dialler = dialler(server.port());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> visit =
          () -> {
            try (var line = dialler.dial(LoneServer.home(), server.port(), patience())) {
              return line.getInputStream().read();
            }
          };
      for (var done : threads.invokeAll(Collections.nCopies(12, visit))) {
        assertThat(done.get()).isEqualTo(-1);
      }
      assertThat(server.visitors()).isEqualTo(12);
    }
    assertThat(most).hasValue(Lab.POLITENESS.connectionsPerAddress());
  }

  @Test
  void givesTheTurnBackWhenAConnectionFailsOrEnds() throws IOException {
    int port = LoneServer.closedPort();
    try (var dialler =
        new Dialler(
            Lab.politeness(
                Lab.settings(NO_RESOLVER, port, port), new Politeness(1, Duration.ZERO, 1)))) {
      for (int i = 0; i < 5; i++) {
        assertThatThrownBy(() -> dialler.dial(LoneServer.home(), port, patience()))
            .isInstanceOf(ConnectException.class);
      }
      try (var _ = LoneServer.start("127.0.0.1", port, LoneServer.silent())) {
        for (int i = 0; i < 5; i++) {
          var line = dialler.dial(LoneServer.home(), port, patience());
          line.close();
          line.close(); // twice gives one turn back
        }
      }
    }
  }

  @Test
  void cutsConnectionsOffAndMakesNoMoreWhenItCloses() throws Exception {
    try (var server = LoneServer.start(LoneServer.silent())) {
      var dialler = dialler(server.port());
      var line =
          dialler.dial(LoneServer.home(), server.port(), TimeLimit.of(Duration.ofMinutes(1)));
      var reading =
          Thread.startVirtualThread(
              () -> {
                try {
                  line.getInputStream().readAllBytes();
                } catch (IOException _) {
                  // as it should
                }
              });
      while (server.visitors() == 0) {
        Thread.sleep(5);
      }
      dialler.close();

      assertThat(reading.join(Duration.ofSeconds(5))).isTrue();
      assertThatThrownBy(() -> dialler.dial(LoneServer.home(), server.port(), patience()))
          .isInstanceOf(IOException.class);
      assertThat(server.visitors()).isEqualTo(1);
    }
  }

  private static Dialler dialler(int port) {
    return new Dialler(Lab.settings(NO_RESOLVER, port, port));
  }

  private static TimeLimit patience() {
    return TimeLimit.of(Duration.ofSeconds(5));
  }

  private static Addresses.Known known(boolean complete, String... addresses) {
    return new Addresses.Known(Stream.of(addresses).map(InetAddress::ofLiteral).toList(), complete);
  }
}
