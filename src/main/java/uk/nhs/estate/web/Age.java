package uk.nhs.estate.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How old what a page shows is, and whether that is older than it should be.
///
/// @param lookedAt the last look, if there has been one
/// @param seenAt the last look that brought back facts, if there has been one
/// @param period how often there should be a look, in words
public record Age(
    State state, @Nullable Instant lookedAt, @Nullable Instant seenAt, String period) {

  /// What there is to say about the last look.
  public enum State {
    /// As it should be.
    FRESH("Up to date", "green"),
    /// There should have been another look since.
    STALE("Out of date", "orange"),
    /// Looks bring nothing back: what is shown is older.
    HIDDEN("Could not check", "orange"),
    /// The last look brought nothing back, and another is to come before that is shown.
    AGAIN("Being looked at again", "grey"),
    /// Waiting for the first look.
    NEVER("Not yet looked at", "grey"),
    /// Its owner has opted out, or it is retired.
    NOT_SCANNED("Not looked at", "grey");

    private final String words;
    private final String colour;

    State(String words, String colour) {
      this.words = words;
      this.colour = colour;
    }

    public String words() {
      return words;
    }

    public String colour() {
      return colour;
    }
  }
}
