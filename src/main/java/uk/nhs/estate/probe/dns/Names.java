package uk.nhs.estate.probe.dns;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import uk.nhs.estate.observation.Lookup;

/// Looks up names wherever they are, with the verdict of DNSSEC: by resolvers that validate and are
/// trusted to, else at the servers that answer for the names, else by any resolver.
final class Names {
  private final Resolver resolver;
  private final Authorities authorities;
  private final Zones zones;
  private final Fork fork;
  private final Duration time;

  /// @param time how long the servers of one name may take
  Names(Resolver resolver, Authorities authorities, Zones zones, Fork fork, Duration time) {
    this.resolver = resolver;
    this.authorities = authorities;
    this.zones = zones;
    this.fork = fork;
    this.time = time;
  }

  /// Asks all the questions side by side; the answers are in their order.
  List<Lookup> ask(List<Question> questions) {
    return fork.map(
        questions.stream().<Callable<Lookup>>map(question -> () -> ask(question)).toList());
  }

  private Lookup ask(Question question) throws InterruptedException {
    if (zones.isWithoutRoot() || resolver.validates()) {
      return resolver.ask(question);
    }
    var direct = authorities.ask(question, new Quest(time));
    return direct.answer() instanceof Lookup.Unasked ? resolver.ask(question) : direct;
  }
}
