package uk.nhs.estate.probe.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import uk.nhs.estate.observation.MailServerFacts;
import uk.nhs.estate.observation.MailServerFacts.Meeting;
import uk.nhs.estate.observation.MailServerFacts.Met;
import uk.nhs.estate.observation.MailServerFacts.NobodyListens;
import uk.nhs.estate.observation.MailServerFacts.Unmet;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.probe.net.Addresses;
import uk.nhs.estate.probe.net.Dialler;
import uk.nhs.estate.probe.net.ScannerSettings;
import uk.nhs.estate.register.ScanLevel;

/// Keeps what came of meeting each mail server, so that one meeting serves all domains that name
/// it.
///
/// Serves any number of threads.
public final class MailServers {
  private static final Duration UNMET_KEPT = Duration.ofMinutes(10);
  private static final int MOST = 10_000;

  private final SmtpProbe probe;
  private final InstantSource clock;
  private final Book book = new Book();
  private final Map<String, CompletableFuture<Optional<Kept>>> underWay = new HashMap<>();
  private final String port;
  private volatile boolean somebodyAnswered;

  public MailServers(ScannerSettings settings, Dialler dialler, InstantSource clock) {
    this.probe = new SmtpProbe(settings, dialler, clock);
    this.clock = clock;
    this.port = "port " + settings.smtpPort();
  }

  /// The last meeting with each host, the oldest first.
  private static final class Book extends LinkedHashMap<String, Kept> {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
      return size() > MOST;
    }
  }

  private record Kept(MailServerFacts facts, ScanLevel level) {

    boolean answers(ScanLevel wanted, Duration sharedFor, Instant now) {
      boolean brief = !(facts.meeting() instanceof Met) && sharedFor.compareTo(UNMET_KEPT) > 0;
      var longest = brief ? UNMET_KEPT : sharedFor;
      return goesAsFarAs(wanted) && !now.isAfter(facts.seenAt().plus(longest));
    }

    boolean goesAsFarAs(ScanLevel wanted) {
      return level.allows(wanted);
    }
  }

  /// What a mail server did when it was last met, if that was not too long ago, else what it does
  /// now. Who asks while it is being met waits for that meeting.
  ///
  /// @param host its name, in lower case without a dot at its end
  /// @param level how far the look may go; nobody is met below [ScanLevel#ORDINARY]
  /// @param sharedFor how old a meeting may be, of which others asked
  public MailServerFacts meet(
      String host, Addresses addresses, ScanLevel level, Duration sharedFor) {
    if (!level.allows(ScanLevel.ORDINARY)) {
      return unmet(host, new Obstacle(Kind.SCAN_LEVEL));
    }
    if (addresses instanceof Addresses.None(var obstacle)) {
      return unmet(host, obstacle);
    }
    var mine = new CompletableFuture<Optional<Kept>>();
    while (true) {
      Future<Optional<Kept>> others;
      synchronized (book) {
        var known = book.get(host);
        if (known != null && known.answers(level, sharedFor, clock.instant())) {
          return known.facts();
        }
        others = underWay.putIfAbsent(host, mine);
      }
      if (others == null) {
        return meetNow(host, addresses, level, mine);
      }
      try {
        var found = others.get();
        if (found.isPresent() && found.get().goesAsFarAs(level)) {
          return found.get().facts();
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return unmet(host, new Obstacle(Kind.SCANNER_FAULT, "stopped while waiting"));
      } catch (ExecutionException e) {
        throw new IllegalStateException("a meeting ends well for those who wait", e);
      }
    }
  }

  private MailServerFacts meetNow(
      String host, Addresses addresses, ScanLevel level, CompletableFuture<Optional<Kept>> toldTo) {
    Optional<Kept> kept = Optional.empty();
    try {
      var facts = believable(probe.meet(host, addresses, level));
      if (!isOurFault(facts.meeting())) {
        kept = Optional.of(new Kept(facts, level));
      }
      return facts;
    } finally {
      synchronized (book) {
        kept.ifPresent(
            met -> {
              book.remove(host); // to be put last
              book.put(host, met);
            });
        underWay.remove(host);
      }
      toldTo.complete(kept);
    }
  }

  private static boolean isOurFault(Meeting meeting) {
    return meeting instanceof Unmet(var obstacle) && obstacle.kind() == Kind.SCANNER_FAULT;
  }

  /// Some networks that let no mail out refuse it in the server's name: a refusal is believed once
  /// any mail server has talked with us.
  private MailServerFacts believable(MailServerFacts facts) {
    if (facts.meeting() instanceof Met) {
      somebodyAnswered = true;
    }
    return facts.meeting() instanceof NobodyListens(var endpoint) && !somebodyAnswered
        ? new MailServerFacts(
            facts.host(),
            facts.seenAt(),
            new Unmet(
                new Obstacle(
                    Kind.CONNECTION_REFUSED,
                    endpoint + ", or " + port + " is blocked where the scanner runs")))
        : facts;
  }

  private MailServerFacts unmet(String host, Obstacle obstacle) {
    return new MailServerFacts(host, clock.instant(), new Unmet(obstacle));
  }
}
