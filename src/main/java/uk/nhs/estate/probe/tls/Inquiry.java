package uk.nhs.estate.probe.tls;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
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
/// answers that, it meant the hello, if it does so twice.
final class Inquiry {
  /// How long a server that has had enough of us is left alone, each time longer, in parts of the
  /// time for one connection: half a second, a second and two of four.
  private static final List<Integer> PAUSES = List.of(8, 4, 2);

  /// A server that never said a word is not asked more often.
  private static final int MOST_SILENCES = 4;

  private final Porter porter;
  private final AtomicInteger silences = new AtomicInteger();
  private volatile @Nullable ClientHello answered;
  private volatile @Nullable Duration roundTrip;
  private volatile @Nullable Answer hasHadEnough;
  private volatile boolean wasInTrouble;

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

  /// Whether the server ever cut us off or said nothing for another reason than the hello.
  boolean wasInTrouble() {
    return wasInTrouble;
  }

  /// What it says to one of SSL 2.0, if whatever is asked next is answered at once.
  Answer tryInSsl2(List<Integer> suites) {
    return once(Ssl2.clientHello(suites), Flight::readSsl2, false);
  }

  /// What it says to one of SSL 2.0.
  Answer askInSsl2(List<Integer> suites) {
    var hello = Ssl2.clientHello(suites);
    return ask(alone -> once(hello, Flight::readSsl2, alone));
  }

  /// @param asking asks, alone or not
  private Answer ask(Function<Boolean, Answer> asking) {
    var gone = hasHadEnough;
    if (gone != null) {
      return gone;
    }
    var first = asking.apply(false);
    if (!isWordless(first)) {
      return first;
    }
    if (porter.wasCrowded()) {
      var again = asking.apply(true);
      if (!isWordless(again)) {
        wasInTrouble = true;
        porter.goSingly();
        return again;
      }
    }
    if (answered == null) {
      if (first instanceof Answer.Silent && silences.incrementAndGet() >= MOST_SILENCES) {
        hasHadEnough = new Answer.Unasked(new Obstacle(Kind.TIMED_OUT, "it said nothing"));
      }
      return first;
    }
    return answersWhatItAnswered() ? confirmed(asking) : afterPauses(asking);
  }

  private boolean answersWhatItAnswered() {
    var known = answered;
    return known != null
        && !isWordless(once(known.octets(), in -> Flight.read(in, Extent.SERVER_HELLO), true));
  }

  /// Asks once more: whoever does not answer one visitor in so many may not answer any hello.
  private Answer confirmed(Function<Boolean, Answer> asking) {
    var again = asking.apply(true);
    if (!isWordless(again)) {
      wasInTrouble = true;
      porter.goSingly();
    }
    return again;
  }

  /// Asks a server that no longer answers anything; if it still does not, it is not asked again.
  private Answer afterPauses(Function<Boolean, Answer> asking) {
    wasInTrouble = true;
    for (var part : PAUSES) {
      try {
        porter.pause(part);
      } catch (IOException e) {
        return unreached(e);
      }
      var answer = asking.apply(true);
      if (!isWordless(answer) || answersWhatItAnswered()) {
        porter.goSlowly();
        return answer;
      }
    }
    var gone =
        new Answer.Unasked(
            new Obstacle(
                Kind.CONNECTION_RESET, "it no longer answers what it has answered before"));
    hasHadEnough = gone;
    return gone;
  }

  /// Whether it may be that the server has not heard the hello at all.
  static boolean isWordless(Answer answer) {
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
