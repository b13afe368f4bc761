package uk.nhs.estate.probe.tls;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import uk.nhs.estate.observation.Trial;
import uk.nhs.estate.observation.tls.Alert;
import uk.nhs.estate.probe.net.Obstacles;

/// Puts what a server did into words.
final class Answers {
  private Answers() {}

  static String alert(int description) {
    return "alert " + Alert.name(description);
  }

  /// Nobody knows, since this happened.
  static Trial.Undecided undecided(IOException e) {
    return new Trial.Undecided(e instanceof Spent spent ? spent.obstacle() : Obstacles.of(e, ""));
  }

  /// How a server ended a conversation.
  ///
  /// @throws IOException what happened, if it was something else
  static String end(IOException e) throws IOException {
    return switch (e) {
      case Alerted alerted -> alert(alerted.alert().description());
      case NoCertificate none when none.getCause() instanceof IOException how -> end(how);
      case SocketTimeoutException _ -> throw e;
      case EOFException _, SocketException _ -> "it hung up";
      default -> throw e;
    };
  }
}
