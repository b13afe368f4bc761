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
    var kind =
        switch (turn.code() / 100) {
          case 4 -> Kind.SERVER_FAILED;
          case 5 -> Kind.BLOCKED;
          default -> Kind.PROTOCOL_ERROR;
        };
    var to = turn.sent().isEmpty() ? "" : "to " + turn.sent().split(" ", 2)[0] + ", ";
    return new Obstacle(kind, endpoint + ": " + to + Obstacles.message(this));
  }
}
