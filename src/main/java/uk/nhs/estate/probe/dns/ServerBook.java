package uk.nhs.estate.probe.dns;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import uk.nhs.estate.observation.Asked;
import uk.nhs.estate.observation.Asked.Question;

/// Keeps what was found out about a server itself, so that it is asked once for all the zones that
/// it serves.
///
/// Serves any number of threads.
final class ServerBook {
  private static final List<Question> MANNERS =
      List.of(Question.EDNS_VERSION_1, Question.RECURSION, Question.SOFTWARE_VERSION);
  private static final Duration KEPT = Duration.ofHours(1);
  private static final int MOST = 20_000;

  private final InstantSource clock;
  private final Fork fork;
  private final Map<InetAddress, Entry> entries = new ConcurrentHashMap<>();

  ServerBook(InstantSource clock, Fork fork) {
    this.clock = clock;
    this.fork = fork;
  }

  private record Entry(List<Asked> asked, Instant until) {}

  /// Puts into a talk what is known of its server, or asks.
  void manners(Talk talk) {
    var address = talk.authority().address();
    // of a zone that it does not serve, a server may refuse any question
    var known = talk.isAuthoritative() ? entries.get(address) : null;
    if (known != null && known.until().isAfter(clock.instant())) {
      known.asked().forEach(talk::put);
      return;
    }
    fork.all(List.of(talk::ednsVersion1, talk::recursion, talk::softwareVersion));
    var asked = MANNERS.stream().map(talk::asked).toList();
    if (talk.isAuthoritative()
        && asked.stream().anyMatch(one -> one.outcome() instanceof Asked.Replied)) {
      keep(address, asked);
    }
  }

  private void keep(InetAddress address, List<Asked> asked) {
    if (entries.size() >= MOST) {
      var now = clock.instant();
      entries.values().removeIf(entry -> !entry.until().isAfter(now));
      if (entries.size() >= MOST) {
        entries.clear();
      }
    }
    entries.put(address, new Entry(asked, clock.instant().plus(KEPT)));
  }
}
