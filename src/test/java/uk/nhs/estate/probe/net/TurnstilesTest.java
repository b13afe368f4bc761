package uk.nhs.estate.probe.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnstilesTest {
  private static final InetAddress HERE = InetAddress.ofLiteral("192.0.2.1");
  private static final InetAddress THERE = InetAddress.ofLiteral("192.0.2.2");

  @Test
  void letsInSoManyAtOnceAndNoMore() throws Exception {
    var turnstiles = turnstiles(3, Duration.ZERO);
    var inside = new AtomicInteger();
    var most = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var visits = new ArrayList<Callable<Void>>();
      for (int i = 0; i < 30; i++) {
        visits.add(
            () -> {
              var leave = turnstiles.enter(HERE);
              most.accumulateAndGet(inside.incrementAndGet(), Math::max);
              Thread.sleep(10);
              inside.decrementAndGet();
              leave.run();
              return null;
            });
      }
      for (var visit : threads.invokeAll(visits)) {
        visit.get();
      }
    }
    assertThat(most).hasValue(3);
  }

  @Test
  void pausesBetweenTwoConnectionsToOneAddress() throws IOException {
    var turnstiles = turnstiles(10, Duration.ofMillis(100));
    long start = System.nanoTime();
    for (int i = 0; i < 4; i++) {
      turnstiles.enter(HERE).run();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofMillis(300), Duration.ofSeconds(5));
  }

  @Test
  void doesNotLetOneAddressWaitForAnother() throws IOException {
    var turnstiles = turnstiles(1, Duration.ofMinutes(1));
    var leaveHere = turnstiles.enter(HERE);
    var leaveThere = turnstiles.enter(THERE); // else this would take a minute
    leaveHere.run();
    leaveThere.run();
    assertThat(turnstiles.size()).isEqualTo(2);
  }

  @Test
  void forgetsAddressesThatAreNotInUse() throws IOException {
    var turnstiles = turnstiles(2, Duration.ZERO);
    for (int i = 0; i < 5000; i++) {
      turnstiles.enter(address(i)).run();
    }
    assertThat(turnstiles.size()).isZero();
  }

  @Test
  void forgetsAddressesWhosePauseEndedLater() throws IOException, InterruptedException {
    var turnstiles = turnstiles(2, Duration.ofMillis(200));
    for (int i = 0; i < 1024; i++) {
      turnstiles.enter(address(i)).run();
    }
    Thread.sleep(250);
    turnstiles.enter(HERE).run();
    assertThat(turnstiles.size()).isEqualTo(1);
  }

  @Test
  void givesTheTurnBackWhenTheWaitingThreadIsStopped() throws IOException {
    var turnstiles = turnstiles(1, Duration.ofMinutes(1));
    var leave = turnstiles.enter(HERE);
    leave.run();
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> turnstiles.enter(HERE)).isInstanceOf(InterruptedIOException.class);

    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void letsSoManyInWithinAnyStretchOfTimeAndTheNextOneAfterIt() throws IOException {
    var stretch = Duration.ofMillis(200);
    var turnstiles = new Turnstiles<InetAddress>(10, 3, stretch);
    long begun = System.nanoTime();
    for (int turn = 0; turn < 3; turn++) {
      turnstiles.enter(HERE).run();
    }

    turnstiles.enter(HERE).run();

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(stretch);
  }

  private static Turnstiles<InetAddress> turnstiles(int visits, Duration pause) {
    return new Turnstiles<>(visits, pause);
  }

  private static InetAddress address(int number) throws IOException {
    return InetAddress.getByAddress(
        new byte[] {11, (byte) (number >> 16), (byte) (number >> 8), (byte) number});
  }
}
