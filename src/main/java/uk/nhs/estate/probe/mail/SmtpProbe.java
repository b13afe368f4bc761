package uk.nhs.estate.probe.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Endpoint;
import uk.nhs.estate.observation.MailServerFacts;
import uk.nhs.estate.observation.MailServerFacts.Meeting;
import uk.nhs.estate.observation.MailServerFacts.Met;
import uk.nhs.estate.observation.MailServerFacts.Turn;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.Trial;
import uk.nhs.estate.observation.Trial.TakenUp;
import uk.nhs.estate.observation.Trial.TurnedDown;
import uk.nhs.estate.observation.Trial.Undecided;
import uk.nhs.estate.probe.net.AddressText;
import uk.nhs.estate.probe.net.Addresses;
import uk.nhs.estate.probe.net.Dialler;
import uk.nhs.estate.probe.net.Line;
import uk.nhs.estate.probe.net.Obstacles;
import uk.nhs.estate.probe.net.Reach;
import uk.nhs.estate.probe.net.ScannerSettings;
import uk.nhs.estate.probe.net.TimeLimit;
import uk.nhs.estate.probe.tls.Allowance;
import uk.nhs.estate.probe.tls.BrowserHandshake;
import uk.nhs.estate.probe.tls.KeyHalves;
import uk.nhs.estate.probe.tls.TlsEngine;
import uk.nhs.estate.register.ScanLevel;

/// Meets a mail server: hears its greeting, asks what it offers, makes a TLS handshake if it agrees
/// to STARTTLS, and leaves.
///
/// A refusal is believed when it is seen twice. To who agrees to STARTTLS, every kind of TLS offer
/// is made as to a site.
public final class SmtpProbe {
  private static final Set<Kind> LIKE_A_BLOCKED_PORT = Set.of(Kind.TIMED_OUT, Kind.UNREACHABLE);
  private static final int MOST_OCTETS = 64 * 1024;

  /// What is tried on a connection on which the server has agreed to STARTTLS.
  private interface Attempt {
    Trial on(Line line, Session session) throws IOException;
  }

  private final ScannerSettings settings;
  private final Dialler dialler;
  private final TlsEngine engine;
  private final BrowserHandshake handshake = new BrowserHandshake(new KeyHalves());
  private final Duration connect;
  private final Duration patience;
  private final InstantSource clock;

  public SmtpProbe(ScannerSettings settings, Dialler dialler, InstantSource clock) {
    this.settings = settings;
    this.dialler = dialler;
    this.engine = new TlsEngine(Allowance.of(settings));
    var limits = settings.limits();
    this.connect = limits.connect().multipliedBy(2L * limits.addresses());
    this.patience = limits.handshake();
    this.clock = clock;
  }

  /// Meets a mail server.
  ///
  /// @param host its name, which is also sent in SNI (RFC 8461 §4.1, RFC 7672 §8.1)
  /// @param level whether flaws may be probed for as well
  public MailServerFacts meet(String host, Addresses addresses, ScanLevel level) {
    var when = clock.instant();
    var first = once(host, addresses);
    var second = isRefusal(first) ? once(host, addresses) : first;
    return new MailServerFacts(
        host, when, second instanceof Met met ? tried(host, met, level) : second);
  }

  private static boolean isRefusal(Meeting meeting) {
    return meeting instanceof Met met
        && met.hidden() == null
        && !(met.tls() instanceof TlsFacts.Completed);
  }

  private Meeting once(String host, Addresses addresses) {
    return switch (dialler.reach(addresses, settings.smtpPort(), TimeLimit.of(connect))) {
      case Reach.Hidden(var obstacle) -> new MailServerFacts.Unmet(perhapsOurs(obstacle));
      case Reach.NobodyListens(var endpoint) -> new MailServerFacts.NobodyListens(endpoint);
      case Reach.Reached(var line) -> {
        try (line) {
          yield talk(line, host);
        } catch (IOException e) {
          throw new UncheckedIOException("closing a socket failed", e);
        }
      }
    };
  }

  /// Many networks let no mail out, and say nothing of it.
  private Obstacle perhapsOurs(Obstacle obstacle) {
    return LIKE_A_BLOCKED_PORT.contains(obstacle.kind())
        ? new Obstacle(
            obstacle.kind(),
            "%s, or port %d is blocked where the scanner runs"
                .formatted(obstacle.detail(), settings.smtpPort()))
        : obstacle;
  }

  private Meeting talk(Line line, String host) {
    var endpoint = line.endpoint();
    try {
      var session = Session.open(line, settings);
      var said = met(endpoint, session, null, null);
      if (said.offersTls() && session.startTls()) {
        return shake(line, host, session);
      }
      session.quit();
      return met(endpoint, session, null, null);
    } catch (TurnedAway e) {
      return new MailServerFacts.Unmet(e.obstacle(endpoint));
    } catch (IOException e) {
      return new MailServerFacts.Unmet(Obstacles.of(e, endpoint.toString()));
    }
  }

  private static Met met(
      Endpoint endpoint,
      Session session,
      TlsFacts.@Nullable Outcome tls,
      @Nullable Obstacle hidden) {
    return new Met(endpoint, session.turns(), session.greetingMillis(), tls, hidden, null, null);
  }

  private Met shake(Line line, String host, Session session) {
    var endpoint = line.endpoint();
    return switch (secured(line, host)) {
      case BrowserHandshake.Completed(var secured) -> {
        session.end(secured);
        yield met(endpoint, session, secured.completed(), null);
      }
      case BrowserHandshake.Refused(var outcome) -> met(endpoint, session, outcome, null);
      case BrowserHandshake.Hidden(var obstacle) -> met(endpoint, session, null, obstacle);
    };
  }

  private BrowserHandshake.Ending secured(Line line, String host) {
    return handshake.on(line, host, List.of(), TimeLimit.of(patience));
  }

  /// What is found out by further visits to who has agreed to TLS.
  private Met tried(String host, Met met, ScanLevel level) {
    if (!met.startTls().filter(Turn::isGood).isPresent()) {
      return met;
    }
    return new Met(
        met.endpoint(),
        met.dialogue(),
        met.greetingMillis(),
        met.tls(),
        met.hidden(),
        null,
        met.tls() instanceof TlsFacts.Completed ? injection(host, met.endpoint(), level) : null,
        met.tls() instanceof TlsFacts.Completed || met.tls() instanceof TlsFacts.Failed
            ? posture(host, met.endpoint(), level)
            : null);
  }

  private TlsPosture posture(String host, Endpoint endpoint, ScanLevel level) {
    return engine.posture(
        limit -> underStartTls(endpoint, limit), host, new KeyHalves(), null, level);
  }

  /// A connection on which TLS may begin.
  private Line underStartTls(Endpoint endpoint, TimeLimit limit) throws IOException {
    var address = AddressText.parse(endpoint.address()).orElseThrow();
    var line = dialler.dialAtOnce(address, endpoint.port(), limit);
    try {
      if (!Session.open(line, settings).startTls()) {
        throw new IOException("it agrees to STARTTLS at one visit and not at the next");
      }
      line.limit(limit, MOST_OCTETS);
      return line;
    } catch (IOException | RuntimeException e) {
      line.close();
      throw e;
    }
  }

  /// A command behind STARTTLS, which somebody on the way could have put there, must not be carried
  /// out as if it had come under TLS (CVE-2011-0411). Believed when it is seen twice.
  private Trial injection(String host, Endpoint endpoint, ScanLevel level) {
    if (!level.allows(ScanLevel.THOROUGH)) {
      return new Undecided(new Obstacle(Kind.SCAN_LEVEL));
    }
    var first = trial(endpoint, (line, session) -> injected(line, host, session));
    return first instanceof TakenUp
        ? trial(endpoint, (line, session) -> injected(line, host, session))
        : first;
  }

  /// Whether more is answered under TLS than was said there.
  private Trial injected(Line line, String host, Session session) throws IOException {
    if (!session.startTlsWithMore()) {
      return new TurnedDown(session.turns().getLast().reply().getLast());
    }
    return switch (secured(line, host)) {
      case BrowserHandshake.Completed(var secured) -> {
        try {
          var replies = session.quitted(secured);
          var first = String.join(" ", replies.getFirst().reply());
          yield replies.size() > 1 ? new TakenUp(first) : new TurnedDown(first);
        } catch (IOException e) {
          yield new TurnedDown(hungUp(e));
        }
      }
      case BrowserHandshake.Refused(TlsFacts.Failed(_, var answer)) -> new TurnedDown(answer);
      case BrowserHandshake.Refused(_) -> new TurnedDown("no TLS");
      case BrowserHandshake.Hidden(var obstacle) ->
          obstacle.kind() == Kind.CONNECTION_RESET
              ? new TurnedDown("it hung up")
              : new Undecided(obstacle);
    };
  }

  /// That the other side cut the connection, which is an answer to what was tried.
  ///
  /// @throws IOException what happened, if it was something else
  private static String hungUp(IOException e) throws IOException {
    if (Obstacles.of(e, "").kind() != Kind.CONNECTION_RESET) {
      throw e;
    }
    return "it hung up";
  }

  private Trial trial(Endpoint endpoint, Attempt attempt) {
    var address = AddressText.parse(endpoint.address()).orElseThrow();
    try (var line = dialler.dial(address, endpoint.port(), TimeLimit.of(connect))) {
      return attempt.on(line, Session.open(line, settings));
    } catch (TurnedAway e) {
      return new Undecided(e.obstacle(endpoint));
    } catch (IOException e) {
      return new Undecided(Obstacles.of(e, endpoint.toString()));
    }
  }
}
