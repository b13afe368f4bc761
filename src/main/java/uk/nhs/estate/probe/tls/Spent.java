package uk.nhs.estate.probe.tls;

import java.io.IOException;
import uk.nhs.estate.observation.Obstacle;

/// A server has been asked for as much as anybody may be.
final class Spent extends IOException {
  private final transient Obstacle obstacle;

  Spent(Obstacle obstacle) {
    super(obstacle.words());
    this.obstacle = obstacle;
  }

  Obstacle obstacle() {
    return obstacle;
  }
}
