package uk.nhs.estate.probe.tls;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.probe.net.Line;
import uk.nhs.estate.probe.net.Obstacles;
import uk.nhs.estate.probe.tls.Flight.Extent;

/// Says hellos to one server and hears what it answers to them, not what ails it otherwise.
///
/// A server that cuts us off or says nothing may mean the hello, or may have had enough of us. So
/// it is asked again alone if it was not, and then what it has answered before: only if it still
/// answers that, it meant the hello, and a hello that is cut off is said twice.
final class Inquiry {
  /// How long a server that has had enough of us is left alone, each time longer.
  private static final List<Duration> PAUSES =
      List.of(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));

  private final Porter porter;
  private volatile @Nullable ClientHello answered;
  private volatile @Nullable Duration roundTrip;

  Inquiry(Porter porter) {
    this.porter = porter;
  }

  /// How long the first octet of an answer took from the hello on; none before there was one.
  @Nullable Duration roundTrip() {
    return roundTrip;
  }

  /// What the server says to a hello.
  Answer ask(ClientHello hello, Extent extent) {
    return ask(
        alone -> {
          var answer = once(hello.octets(), in -> Flight.read(in, extent), alone);
          if (answer instanceof Answer.Greeted && answered == null) {
            answered = hello;
          }
          return answer;
        });
  }

  /// What it says to one of SSL 2.0.
  Answer askInSsl2(List<Integer> suites) {
    var hello = Ssl2.clientHello(suites);
    return ask(alone -> once(hello, Flight::readSsl2, alone));
  }

  /// @param asking asks, alone or not
  private Answer ask(Function<Boolean, Answer> asking) {
    var first = asking.apply(false);
    if (!isWordless(first)) {
      return first;
    }
    if (porter.wasCrowded()) {
      var again = asking.apply(true);
      if (!isWordless(again)) {
        porter.goSingly();
        return again;
      }
    }
    var known = answered;
    boolean meant =
        known == null
            || !isWordless(once(known.octets(), in -> Flight.read(in, Extent.SERVER_HELLO), true));
    if (!meant) {
      return afterPauses(asking);
    }
    return first instanceof Answer.Reset ? confirmed(asking) : first;
  }

  /// Asks once more: whoever cuts off one visitor in so many cuts off any hello.
  private Answer confirmed(Function<Boolean, Answer> asking) {
    var again = asking.apply(true);
    if (!isWordless(again)) {
      porter.goSingly();
    }
    return again;
  }

  /// Asks a server that no longer answers anything.
  private Answer afterPauses(Function<Boolean, Answer> asking) {
    for (var pause : PAUSES) {
      try {
        porter.pause(pause);
      } catch (IOException e) {
        return unreached(e);
      }
      var answer = asking.apply(true);
      if (!isWordless(answer)) {
        porter.goSlowly();
        return answer;
      }
    }
    return new Answer.Unasked(
        new Obstacle(Kind.CONNECTION_RESET, "it no longer answers what it has answered before"));
  }

  private static boolean isWordless(Answer answer) {
    return switch (answer) {
      case Answer.Closed _, Answer.Reset _, Answer.Silent _, Answer.Unreached _ -> true;
      case Answer.Greeted _,
          Answer.GreetedInSsl2 _,
          Answer.Alerted _,
          Answer.NotTls _,
          Answer.Illegal _,
          Answer.Unasked _ ->
          false;
    };
  }

  private Answer once(byte[] hello, Function<InputStream, Answer> reading, boolean alone) {
    try {
      var answer = porter.admit(alone, (line, in) -> talk(line, in, hello, reading));
      if (answer instanceof Answer.Illegal) {
        porter.left(); // an answer that is cut short by what is allowed is none
      }
      return answer;
    } catch (IOException e) {
      return unreached(e);
    }
  }

  private Answer talk(
      Line line, InputStream in, byte[] hello, Function<InputStream, Answer> reading)
      throws IOException {
    long began = System.nanoTime();
    try {
      line.getOutputStream().write(hello);
    } catch (SocketException _) {
      // what it said before it hung up can still be read
    }
    var octets = new BufferedInputStream(in);
    if (roundTrip == null && isAnswered(octets)) {
      roundTrip = Duration.ofNanos(System.nanoTime() - began);
    }
    var answer = reading.apply(octets);
    return answer instanceof Answer.NotTls ? new Answer.NotTls(line.firstOctets()) : answer;
  }

  /// Waits for the first octet; that there is none is for others to find out again.
  private static boolean isAnswered(BufferedInputStream octets) {
    octets.mark(1);
    try {
      boolean answered = octets.read() >= 0;
      octets.reset();
      return answered;
    } catch (IOException _) {
      return false;
    }
  }

  private static Answer unreached(IOException e) {
    if (e instanceof Spent spent) {
      return new Answer.Unasked(spent.obstacle());
    }
    var obstacle = Obstacles.of(e, "");
    return switch (obstacle.kind()) {
      case CONNECTION_REFUSED, CONNECTION_RESET, TIMED_OUT, UNREACHABLE ->
          new Answer.Unreached(obstacle);
      default -> new Answer.Unasked(obstacle);
    };
  }
}
