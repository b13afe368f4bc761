package uk.nhs.estate.probe.mail;

import java.io.IOException;
import java.net.Inet6Address;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.MailServerFacts.Turn;
import uk.nhs.estate.probe.net.AddressText;
import uk.nhs.estate.probe.net.Line;
import uk.nhs.estate.probe.net.ScannerSettings;
import uk.nhs.estate.probe.net.TimeLimit;
import uk.nhs.estate.probe.tls.Secured;

/// One connection to a mail server, from its greeting to QUIT (RFC 5321 §3.1, §3.2, §3.8).
final class Session {
  private static final int MOST_OCTETS = 64 * 1024;

  /// The answers of a server that knows no EHLO (RFC 5321 §4.2.2), and so no extension.
  private static final List<Integer> UNKNOWN_COMMAND = List.of(500, 502);

  /// It is going down (RFC 5321 §3.8).
  private static final int CLOSING = 421;

  private final Line line;
  private final Duration farewell;
  private final String helo;
  private final Conversation talk;
  private final List<Turn> turns = new ArrayList<>();
  private final long greetingMillis;

  private Session(Line line, ScannerSettings settings) throws IOException {
    long began = System.nanoTime();
    this.line = line;
    this.farewell = settings.limits().connect();
    this.helo = "EHLO " + name(line, settings.smtpHelo());
    this.talk = new Conversation(line.getInputStream(), line.getOutputStream());
    line.limit(TimeLimit.of(settings.limits().visit()), MOST_OCTETS);
    turns.add(talk.hear(""));
    this.greetingMillis = Duration.ofNanos(System.nanoTime() - began).toMillis();
  }

  /// Waits to be greeted and says EHLO.
  ///
  /// @throws TurnedAway when the server does not want to talk
  static Session open(Line line, ScannerSettings settings) throws IOException {
    var session = new Session(line, settings);
    session.begin();
    return session;
  }

  private void begin() throws IOException {
    if (turns.getFirst().isGood()) {
      turns.add(talk.say(helo));
    }
    var last = turns.getLast();
    boolean isOld = turns.size() > 1 && UNKNOWN_COMMAND.contains(last.code());
    if (!last.isGood() && !isOld) {
      quit(talk);
      throw new TurnedAway(last);
    }
  }

  /// A name, or the address that the server sees, as RFC 5321 §4.1.3 writes it.
  private static String name(Line line, @Nullable String name) {
    var own = line.getLocalAddress();
    return name == null
        ? (own instanceof Inet6Address ? "[IPv6:" : "[") + AddressText.of(own) + "]"
        : name;
  }

  List<Turn> turns() {
    return turns;
  }

  long greetingMillis() {
    return greetingMillis;
  }

  /// Says STARTTLS, and whether the server agrees (RFC 3207 §4).
  ///
  /// @throws TurnedAway when the server takes its leave
  boolean startTls() throws IOException {
    return agreed(talk.say("STARTTLS"));
  }

  /// Says EHLO behind STARTTLS in the same segment, as somebody on the way could do, and whether
  /// the server agrees to TLS.
  boolean startTlsWithMore() throws IOException {
    talk.send("STARTTLS", helo);
    return agreed(talk.hear("STARTTLS"));
  }

  private boolean agreed(Turn turn) throws TurnedAway {
    if (turn.code() == CLOSING) {
      throw new TurnedAway(turn);
    }
    turns.add(turn);
    return turn.isGood();
  }

  /// Goes on under TLS as senders do, and leaves.
  void end(Secured secure) {
    try {
      var safe = under(secure);
      safe.say(helo);
      quit(safe);
      secure.sayGoodbye();
    } catch (IOException _) {
      // the handshake has told all that was asked
    }
  }

  /// Says QUIT under TLS, and gives the replies that come, up to two.
  List<Turn> quitted(Secured secure) throws IOException {
    var safe = under(secure);
    var replies = new ArrayList<Turn>();
    replies.add(safe.say("QUIT"));
    if (replies.getFirst().code() != 221) {
      try {
        replies.add(safe.hear("QUIT"));
      } catch (IOException _) {
        // there was one only
      }
    }
    return replies;
  }

  /// Takes leave in clear text.
  void quit() {
    quit(talk);
  }

  private Conversation under(Secured secure) {
    line.limit(TimeLimit.of(farewell), MOST_OCTETS);
    return new Conversation(secure.input(), secure.output());
  }

  /// Waits for the answer (RFC 5321 §4.1.1.10), but not for long.
  private void quit(Conversation talk) {
    try {
      line.limit(TimeLimit.of(farewell), MOST_OCTETS);
      talk.say("QUIT");
    } catch (IOException _) {
      // it is gone
    }
  }
}
