package uk.nhs.estate.observation;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One visit, from the address asked for to the page where the redirects end.
///
/// @param url where the visit began
/// @param hops every answer on the way, first to last; each as it was sent
/// @param end how the visit ended
/// @param body the beginning of the last answer's content, without its coding (RFC 9110 §8.4), when
///     the visit was made for it
/// @param bodyCut whether there was more of it than was taken
public record Visit(String url, List<Hop> hops, End end, @Nullable Part body, boolean bodyCut) {

  public Visit {
    hops = List.copyOf(hops);
    if ((end instanceof Answered || end instanceof Endless) && hops.isEmpty()) {
      throw new IllegalArgumentException("A visit that was answered has a hop");
    }
  }

  /// One whose content, if any, was taken whole.
  public Visit(String url, List<Hop> hops, End end, @Nullable Part body) {
    this(url, hops, end, body, false);
  }

  /// How a visit ended.
  public sealed interface End {}

  /// The last hop is an answer that leads nowhere else, or to where the visit was not to go.
  public record Answered() implements End {}

  /// There was always one more redirect, up to the limit or in a circle.
  public record Endless() implements End {}

  /// The first connection was refused by every address, more than once.
  public record NobodyListens() implements End {}

  /// Something hid the rest.
  public record Obstructed(Obstacle obstacle) implements End {}

  Visit steady() {
    return steady(Set.of());
  }

  Visit steady(Set<String> repeated) {
    return new Visit(
        url, hops.stream().map(hop -> hop.steady(repeated)).toList(), end, body, bodyCut);
  }
}
