package uk.nhs.estate.observation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.TlsFacts.Outcome;

/// What a mail server did when it was met on the port for mail between servers (RFC 5321).
///
/// @param host its name in MX records, in lower case without a dot at its end
/// @param seenAt when it was met: one meeting serves all domains that name it, for up to a day
public record MailServerFacts(String host, Instant seenAt, Meeting meeting) {

  /// What came of it.
  public sealed interface Meeting {}

  /// Somebody answered.
  ///
  /// @param dialogue what was said in clear text, in order
  /// @param greetingMillis how long its first reply took
  /// @param tls what came of STARTTLS (RFC 3207); none when it was not tried
  /// @param oldTls what came of an offer of TLS 1.1 and less; none when it was not made
  /// @param injected what it answered under TLS to a command that was sent in clear text behind
  ///     STARTTLS: empty when it answered nothing; none when that was not tried
  public record Met(
      Endpoint endpoint,
      List<Turn> dialogue,
      long greetingMillis,
      @Nullable Outcome tls,
      @Nullable Outcome oldTls,
      @Nullable String injected)
      implements Meeting {
    public Met {
      dialogue = List.copyOf(dialogue);
    }
  }

  /// One turn of the talk.
  ///
  /// @param sent the command, without its line end; empty for the greeting, which comes unasked
  /// @param reply the lines of the reply as they came (RFC 5321 §4.2), each byte one character
  ///     (ISO 8859-1); none when none came
  public record Turn(String sent, List<String> reply) {
    public Turn {
      reply = List.copyOf(reply);
    }
  }

  /// Every address refused the connection, more than once.
  public record NobodyListens(Endpoint endpoint) implements Meeting {}

  /// It could not be met: nothing is known.
  public record Unmet(Obstacle obstacle) implements Meeting {}

  MailServerFacts steady() {
    return new MailServerFacts(
        host,
        Instant.EPOCH,
        switch (meeting) {
          case Met met ->
              new Met(met.endpoint(), met.dialogue(), 0, met.tls(), met.oldTls(), met.injected());
          case NobodyListens nobody -> nobody;
          case Unmet(var obstacle) -> new Unmet(new Obstacle(obstacle.kind()));
        });
  }
}
