package uk.nhs.estate.probe.mail;

import java.io.IOException;
import uk.nhs.estate.observation.Endpoint;
import uk.nhs.estate.observation.MailServerFacts.Turn;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.probe.net.Obstacles;

/// A mail server does not want to talk with us, now (4yz) or at all (5yz): that says more about us
/// than about it.
final class TurnedAway extends IOException {
  private static final long serialVersionUID = 1;

  private final transient Turn turn;

  TurnedAway(Turn turn) {
    super(turn.reply().getLast());
    this.turn = turn;
  }

  Obstacle obstacle(Endpoint endpoint) {
    return new Obstacle(
        turn.code() / 100 == 4 ? Kind.SERVER_FAILED : Kind.BLOCKED,
        "%s: %s%s"
            .formatted(
                endpoint, turn.sent().isEmpty() ? "" : "to EHLO, ", Obstacles.message(this)));
  }
}
