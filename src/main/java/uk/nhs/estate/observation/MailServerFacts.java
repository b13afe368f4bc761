package uk.nhs.estate.observation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.TlsFacts.Outcome;

/// What a mail server did when it was met on the port for mail between servers (RFC 5321).
///
/// @param host its name in MX records, in lower case without a dot at its end
/// @param seenAt when it was met: one meeting serves all domains that name it, for up to a day
public record MailServerFacts(String host, Instant seenAt, Meeting meeting) {

  /// What came of it.
  public sealed interface Meeting {}

  /// It greeted us and answered EHLO.
  ///
  /// @param dialogue what was said in clear text, in order
  /// @param greetingMillis how long its greeting took
  /// @param tls how the handshake ended that followed STARTTLS (RFC 3207); none when there was none
  /// @param hidden what hid how it ended; none when nothing did
  /// @param oldTls what came of an offer of TLS 1.1 and less, which is to be turned down (RFC
  ///     8996); none when STARTTLS was not agreed on, and none any more where there is a posture
  /// @param injection what came of a command that was sent in clear text behind STARTTLS, which is
  ///     to be discarded (RFC 3207 §4.2); none when no handshake was completed
  public record Met(
      Endpoint endpoint,
      List<Turn> dialogue,
      long greetingMillis,
      @Nullable Outcome tls,
      @Nullable Obstacle hidden,
      @Nullable Trial oldTls,
      @Nullable Trial injection,
      @Nullable TlsPosture posture)
      implements Meeting {
    public Met {
      dialogue = List.copyOf(dialogue);
    }

    /// A meeting without a posture.
    public Met(
        Endpoint endpoint,
        List<Turn> dialogue,
        long greetingMillis,
        @Nullable Outcome tls,
        @Nullable Obstacle hidden,
        @Nullable Trial oldTls,
        @Nullable Trial injection) {
      this(endpoint, dialogue, greetingMillis, tls, hidden, oldTls, injection, null);
    }

    /// Its answer to EHLO.
    public Optional<Turn> hello() {
      return turn("EHLO");
    }

    /// Its answer to STARTTLS, if that was said.
    public Optional<Turn> startTls() {
      return turn("STARTTLS");
    }

    /// Whether it says that it speaks TLS (RFC 3207 §2).
    public boolean offersTls() {
      return hello().stream()
          .anyMatch(
              hello -> hello.isGood() && hello.keywords().anyMatch("STARTTLS"::equalsIgnoreCase));
    }

    private Optional<Turn> turn(String command) {
      return dialogue.stream().filter(turn -> turn.isOf(command)).findFirst();
    }
  }

  /// One turn of the talk.
  ///
  /// @param sent the command, without its line end; empty for the greeting, which comes unasked
  /// @param reply the lines of the reply as they came (RFC 5321 §4.2), without their line ends,
  ///     each octet one character (ISO 8859-1)
  public record Turn(String sent, List<String> reply) {
    private static final Pattern LINE = Pattern.compile("([2-5][0-9]{2})(?s:[ -].*)?");

    public Turn {
      reply = List.copyOf(reply);
    }

    /// The code of the reply, such as 250; 0 when it has none.
    public int code() {
      var last = LINE.matcher(reply.isEmpty() ? "" : reply.getLast());
      return last.matches() ? Integer.parseInt(last.group(1)) : 0;
    }

    /// Whether it was done as asked (RFC 5321 §4.2.1).
    public boolean isGood() {
      return code() / 100 == 2;
    }

    /// The first word of every line of the reply but the first: the extensions, when it was EHLO
    /// (RFC 5321 §4.1.1.1).
    public Stream<String> keywords() {
      return reply.stream()
          .skip(1)
          .map(line -> line.substring(Math.min(4, line.length())))
          .map(line -> line.split(" ", 2)[0]);
    }

    private boolean isOf(String command) {
      return sent.equals(command) || sent.startsWith(command + " ");
    }

    /// Its words tell a date, an id or our address, and many servers share a name: what they offer
    /// stays.
    private Turn steady() {
      var command = sent.split(" ", 2)[0];
      var code = String.valueOf(code());
      return new Turn(
          command,
          isOf("EHLO")
              ? Stream.concat(Stream.of(code), reply.stream().skip(1)).toList()
              : List.of(code));
    }
  }

  /// Every address refused the connection, more than once.
  public record NobodyListens(Endpoint endpoint) implements Meeting {}

  /// It could not be met: nothing is known.
  public record Unmet(Obstacle obstacle) implements Meeting {}

  /// Many machines stand behind a name, and which of them answers differs from look to look.
  MailServerFacts steady() {
    return new MailServerFacts(
        host,
        Instant.EPOCH,
        switch (meeting) {
          case Met met ->
              new Met(
                  new Endpoint("", met.endpoint().port()),
                  met.dialogue().stream().map(Turn::steady).toList(),
                  0,
                  met.tls(),
                  met.hidden() == null ? null : new Obstacle(met.hidden().kind()),
                  steady(met.oldTls()),
                  steady(met.injection()),
                  met.posture() == null ? null : met.posture().steady());
          case NobodyListens(var endpoint) -> new NobodyListens(new Endpoint("", endpoint.port()));
          case Unmet(var obstacle) -> new Unmet(new Obstacle(obstacle.kind()));
        });
  }

  private static @Nullable Trial steady(@Nullable Trial trial) {
    return trial == null ? null : trial.steady();
  }
}
