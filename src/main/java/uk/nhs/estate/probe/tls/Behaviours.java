package uk.nhs.estate.probe.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_0;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_1;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.TlsPosture.Effort;
import uk.nhs.estate.observation.TlsPosture.Shown;
import uk.nhs.estate.observation.TlsPosture.Ticket;
import uk.nhs.estate.observation.TlsPosture.Tried;
import uk.nhs.estate.observation.Trial;
import uk.nhs.estate.observation.Trial.TakenUp;
import uk.nhs.estate.observation.Trial.TurnedDown;
import uk.nhs.estate.observation.Trial.Undecided;
import uk.nhs.estate.observation.tls.CipherSuite;
import uk.nhs.estate.observation.tls.CipherSuite.KeyExchange;
import uk.nhs.estate.register.ScanLevel;

/// Tries out what shows only when a handshake is carried through: resumption, tickets,
/// renegotiation, certificates of clients, the chain of who speaks TLS 1.3 only; and known flaws
/// where the scan level lets us.
///
/// Connections are precious: one handshake of TLS 1.3 and one before it serve as much as they can,
/// and each way of resumption costs one more.
final class Behaviours {
  private static final int SESSION_ID = 32;

  private static final List<Behaviour> FLAWS =
      List.of(
          Behaviour.HEARTBLEED, Behaviour.CCS_INJECTION, Behaviour.ROBOT, Behaviour.TICKETBLEED);

  /// What came of it.
  ///
  /// @param chains those that were not known before
  record Outcome(List<Tried> tried, List<Ticket> tickets, List<Shown> chains) {
    Outcome {
      tried = List.copyOf(tried);
      tickets = List.copyOf(tickets);
      chains = List.copyOf(chains);
    }

    /// What was known before, and this: what was decided here counts.
    ///
    /// @param effort what all of it took
    TlsPosture addedTo(TlsPosture found, Effort effort) {
      var news =
          tried.stream()
              .filter(
                  its ->
                      !(its.trial() instanceof Undecided)
                          || found.behaviour(its.behaviour()) instanceof Undecided)
              .toList();
      var here = news.stream().map(Tried::behaviour).toList();
      return new TlsPosture(
          found.versions(),
          found.suites(),
          found.groups(),
          joined(found.chains(), chains),
          found.keys(),
          joined(found.tickets(), tickets),
          joined(
              found.behaviours().stream().filter(its -> !here.contains(its.behaviour())).toList(),
              news),
          found.oddities(),
          effort);
    }
  }

  private static <T> List<T> joined(Collection<T> some, Collection<T> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private final Visits visits;
  private final @Nullable String serverName;
  private final TlsPosture found;
  private final boolean speaksTls13;
  private final int old;
  private final @Nullable Secured first;
  private final Map<Behaviour, Trial> trials =
      Collections.synchronizedMap(new EnumMap<>(Behaviour.class));
  private final List<Ticket> tickets = Collections.synchronizedList(new ArrayList<>());
  private final List<Shown> chains = Collections.synchronizedList(new ArrayList<>());

  private Behaviours(
      Visits visits, @Nullable String serverName, TlsPosture found, @Nullable Secured first) {
    this.visits = visits;
    this.serverName = serverName;
    this.found = found;
    this.first = first;
    this.speaksTls13 = found.speaks(TLS_1_3);
    this.old = Stream.of(TLS_1_2, TLS_1_1, TLS_1_0).filter(found::speaks).findFirst().orElse(0);
  }

  /// Tries out all that the level allows.
  ///
  /// @param serverName sent in SNI; none for none
  /// @param found what was found out without
  /// @param first a handshake of a browser with it, goodbye said; none for none
  static Outcome of(
      Porter porter,
      KeyHalves halves,
      @Nullable String serverName,
      TlsPosture found,
      @Nullable Secured first,
      ScanLevel level) {
    var visits = new Visits(porter, new FullHandshake(halves));
    return new Behaviours(visits, serverName, found, first).tried(level);
  }

  private Outcome tried(ScanLevel level) {
    boolean thorough = level.allows(ScanLevel.THOROUGH);
    visits.porter().sideBySide(this::tls13, () -> beforeTls13(thorough));
    if (thorough) {
      flaws();
    } else {
      FLAWS.forEach(its -> trials.put(its, new Undecided(new Obstacle(Kind.SCAN_LEVEL))));
    }
    var tried = trials.entrySet().stream().map(its -> new Tried(its.getKey(), its.getValue()));
    return new Outcome(
        tried.toList(),
        tickets.stream().sorted(Comparator.comparingInt(Ticket::version)).toList(),
        chains);
  }

  /// What follows for something that a version is needed for which is not spoken.
  private Trial unspoken(Integer... versions) {
    for (int version : versions) {
      if (found.version(version) instanceof Undecided undecided) {
        return undecided;
      }
    }
    return new TurnedDown("no version in which it could be is spoken");
  }

  private void tls13() {
    if (!speaksTls13) {
      trials.put(Behaviour.RESUMPTION_PSK, unspoken(TLS_1_3));
      return;
    }
    var terms = Terms.of(TLS_1_3, serverName, List.of("h2", "http/1.1"));
    try {
      var session =
          first != null && first.agreed().version() == TLS_1_3
              ? taken13(first)
              : visits.shake(terms, this::taken13);
      trials.put(
          Behaviour.RESUMPTION_PSK,
          session
              .map(this::resumedByKey)
              .orElseGet(() -> new TurnedDown("it hands out no tickets")));
    } catch (IOException e) {
      var hidden = Answers.undecided(e);
      trials.putIfAbsent(Behaviour.CLIENT_CERTIFICATE_REQUESTED, hidden);
      trials.putIfAbsent(Behaviour.CLIENT_CERTIFICATE_REQUIRED, hidden);
      trials.putIfAbsent(Behaviour.RESUMPTION_PSK, hidden);
    }
    if (old == 0) {
      otherChains(terms);
      if (!trials.containsKey(Behaviour.ALPN_HTTP_1_1)) {
        http11();
      }
    }
  }

  /// Whether HTTP/1.1 is chosen by who hands out no tickets.
  private void http11() {
    try {
      var chosen =
          visits.shake(
              Terms.of(TLS_1_3, serverName, List.of("http/1.1")),
              secured -> Optional.ofNullable(secured.agreed().alpn()));
      protocol(Behaviour.ALPN_HTTP_1_1, "http/1.1", chosen.orElse(null));
    } catch (Alerted e) {
      trials.put(Behaviour.ALPN_HTTP_1_1, new TurnedDown(Answers.alert(e.alert().description())));
    } catch (IOException e) {
      trials.put(Behaviour.ALPN_HTTP_1_1, Answers.undecided(e));
    }
  }

  /// @return what may be resumed
  private Optional<PastSession> taken13(Secured secured) throws IOException {
    var agreed = secured.agreed();
    show(agreed.shown());
    protocol(Behaviour.ALPN_H2, "h2", agreed.alpn());
    client(agreed.asksForCertificate(), null);
    try {
      secured.leave();
    } catch (Alerted e) {
      if (!agreed.asksForCertificate()) {
        throw e;
      }
      client(true, Answers.end(e));
    }
    tickets.addAll(secured.tickets().stream().limit(1).toList());
    return secured.session();
  }

  private Trial resumedByKey(PastSession session) {
    try {
      return visits.shake(
          Terms.of(TLS_1_3, serverName, List.of("http/1.1")).resuming(session),
          secured -> {
            protocol(Behaviour.ALPN_HTTP_1_1, "http/1.1", secured.agreed().alpn());
            return secured.agreed().resumed()
                ? new TakenUp("by a ticket of TLS 1.3")
                : new TurnedDown("it began a new session");
          });
    } catch (IOException e) {
      return Answers.undecided(e);
    }
  }

  /// The certificates that a server of TLS 1.3 shows to who knows other schemes, and to who names
  /// no server: before TLS 1.3, they are seen in the clear.
  private void otherChains(Terms terms) {
    var first = chains.isEmpty() ? null : chains.getFirst().scheme();
    if (first != null) {
      boolean rsa = isRsa(first);
      shown(terms.schemes(terms.schemes().stream().filter(its -> isRsa(its) != rsa).toList()));
    }
    if (serverName != null) {
      var nameless = shown(Terms.of(TLS_1_3, null, terms.alpn()));
      if (!(found.behaviour(Behaviour.NO_SERVER_NAME) instanceof TakenUp)) {
        trials.put(Behaviour.NO_SERVER_NAME, nameless);
      }
    }
  }

  private static boolean isRsa(int scheme) {
    return scheme >> 8 == 8 ? scheme < 0x0807 || scheme > 0x0808 : (scheme & 0xff) == 1;
  }

  private Trial shown(Terms terms) {
    try {
      return visits.shake(
          terms,
          secured -> {
            show(secured.agreed().shown());
            return new TakenUp("a certificate");
          });
    } catch (Alerted e) {
      return new TurnedDown(Answers.alert(e.alert().description()));
    } catch (IOException e) {
      return Answers.undecided(e);
    }
  }

  private void beforeTls13(boolean thorough) {
    if (old == 0) {
      var why = unspoken(TLS_1_0, TLS_1_1, TLS_1_2);
      trials.put(Behaviour.RESUMPTION_ID, why);
      trials.put(Behaviour.RESUMPTION_TICKET, why);
      trials.put(Behaviour.CLIENT_RENEGOTIATION, why);
      return;
    }
    var terms = Terms.of(old, serverName, List.of("h2", "http/1.1"));
    var session = first(terms);
    if (session == null) {
      return;
    }
    if (session.ticket().length == 0) {
      trials.put(Behaviour.RESUMPTION_TICKET, new TurnedDown("it hands out no tickets"));
      trials.put(Behaviour.RESUMPTION_ID, resumedById(terms, session));
      return;
    }
    trials.put(Behaviour.RESUMPTION_TICKET, resumedByTicket(terms, session, thorough));
    trials.put(Behaviour.RESUMPTION_ID, resumedById(terms.withoutTickets()));
  }

  /// A handshake as full as can be.
  ///
  /// @return what may be resumed; none when it could not be finished
  private PastSession.@Nullable Known first(Terms terms) {
    try {
      return visits.shake(terms.withHeartbeat(), this::taken);
    } catch (NoCertificate e) {
      client(true, e.getMessage());
      resume(new Undecided(new Obstacle(Kind.HANDSHAKE_REFUSED, "a certificate is required")));
    } catch (IOException e) {
      var hidden = Answers.undecided(e);
      trials.putIfAbsent(Behaviour.CLIENT_CERTIFICATE_REQUESTED, hidden);
      trials.putIfAbsent(Behaviour.CLIENT_CERTIFICATE_REQUIRED, hidden);
      resume(hidden);
    }
    return null;
  }

  private void resume(Trial hidden) {
    trials.put(Behaviour.RESUMPTION_ID, hidden);
    trials.put(Behaviour.RESUMPTION_TICKET, hidden);
    trials.put(Behaviour.CLIENT_RENEGOTIATION, hidden);
  }

  private PastSession.Known taken(Secured secured) throws IOException {
    client(secured.agreed().asksForCertificate(), null);
    tickets.addAll(secured.tickets());
    if (found.behaviour(Behaviour.HEARTBEAT) instanceof Undecided) {
      trials.put(Behaviour.HEARTBEAT, heartbeat(secured.agreed().hello()));
    }
    try {
      trials.put(Behaviour.CLIENT_RENEGOTIATION, Renegotiation.on(secured));
    } catch (IOException e) {
      trials.put(Behaviour.CLIENT_RENEGOTIATION, Answers.undecided(e));
    }
    return secured.known();
  }

  private static Trial heartbeat(ServerHello hello) {
    return hello.has(Extension.HEARTBEAT)
        ? new TakenUp("heartbeats are agreed on")
        : new TurnedDown("no heartbeats are agreed on");
  }

  /// A session without a ticket, then the same once more.
  private Trial resumedById(Terms terms) {
    try {
      return resumedById(
          terms,
          visits.shake(
              terms,
              secured -> {
                secured.leave(); // then it has had time to remember
                return secured.known();
              }));
    } catch (IOException e) {
      return Answers.undecided(e);
    }
  }

  private Trial resumedById(Terms terms, PastSession.Known session) {
    if (session.id().length == 0) {
      return new TurnedDown("it gives sessions no id");
    }
    try {
      return visits.shake(
          terms.withoutTickets().resuming(session),
          secured -> resumed(secured, "by the id of a session"));
    } catch (IOException e) {
      return Answers.undecided(e);
    }
  }

  private static Trial resumed(Secured secured, String how) {
    return secured.agreed().resumed() ? new TakenUp(how) : new TurnedDown("it began a new session");
  }

  /// With an id of our own, which a server that resumes sends back (RFC 5077 §3.4).
  ///
  /// @param thorough whether the id may be a short one, to see whether that comes back longer
  private Trial resumedByTicket(Terms terms, PastSession.Known session, boolean thorough) {
    if (thorough) {
      trials.put(
          Behaviour.TICKETBLEED, Flaws.twice(() -> Ticketbleed.look(visits, terms, session)));
    }
    try {
      return visits.shake(
          terms.resuming(session.id(ClientHello.randomOctets(SESSION_ID))),
          secured -> resumed(secured, "by a ticket"));
    } catch (IOException e) {
      return Answers.undecided(e);
    }
  }

  private void flaws() {
    if (old == 0) {
      var why = unspoken(TLS_1_0, TLS_1_1, TLS_1_2);
      FLAWS.forEach(its -> trials.put(its, why));
      return;
    }
    trials.putIfAbsent(
        Behaviour.TICKETBLEED,
        trials.get(Behaviour.RESUMPTION_TICKET) instanceof TurnedDown
            ? new TurnedDown("it hands out no tickets")
            : trials.getOrDefault(Behaviour.RESUMPTION_TICKET, untried()));
    var flaws = new Flaws(visits, serverName, old);
    trials.put(Behaviour.HEARTBLEED, heartbleed(flaws));
    var suites = found.suites(old).orElse(null);
    if (suites == null || suites.codes().isEmpty()) {
      trials.put(Behaviour.CCS_INJECTION, untried());
      trials.put(Behaviour.ROBOT, untried());
      return;
    }
    trials.put(Behaviour.CCS_INJECTION, flaws.earlyChange(suites.codes()));
    trials.put(Behaviour.ROBOT, robot(flaws, suites));
  }

  private Trial heartbleed(Flaws flaws) {
    var seen = trials.getOrDefault(Behaviour.HEARTBEAT, found.behaviour(Behaviour.HEARTBEAT));
    return seen instanceof TurnedDown no ? no : flaws.heartbleed();
  }

  private Trial robot(Flaws flaws, TlsPosture.Suites suites) {
    var rsa =
        suites.codes().stream()
            .filter(code -> CipherSuite.of(old, code).keyExchange() == KeyExchange.RSA)
            .toList();
    if (!rsa.isEmpty()) {
      return flaws.robot(rsa);
    }
    var missing = suites.missing();
    return missing == null
        ? new TurnedDown("no suite in which the client enciphers the secret with RSA")
        : new Undecided(missing);
  }

  private static Trial untried() {
    return new Undecided(new Obstacle(Kind.SCANNER_FAULT, "nobody tried"));
  }

  /// Keeps a chain that was not known.
  private synchronized void show(Shown shown) {
    boolean isKnown =
        joined(found.chains(), chains).stream()
            .anyMatch(
                its ->
                    its.chain().equals(shown.chain())
                        && Objects.equals(its.serverName(), shown.serverName()));
    if (!isKnown) {
      chains.add(shown);
    }
  }

  /// What an answer by ALPN tells, where it has not been told before.
  private void protocol(Behaviour behaviour, String wanted, @Nullable String chosen) {
    if (found.behaviour(behaviour) instanceof Undecided) {
      trials.put(
          behaviour,
          wanted.equals(chosen)
              ? new TakenUp(wanted)
              : new TurnedDown(chosen == null ? "it chose nothing" : chosen));
    }
  }

  /// Whether a certificate is asked for and needed; a yes counts, in whichever version.
  ///
  /// @param end how the handshake ended without one; none when it did not
  private void client(boolean asked, @Nullable String end) {
    decide(
        Behaviour.CLIENT_CERTIFICATE_REQUESTED,
        asked ? new TakenUp("CertificateRequest") : new TurnedDown("no CertificateRequest"));
    decide(
        Behaviour.CLIENT_CERTIFICATE_REQUIRED,
        end == null ? new TurnedDown("it goes on without") : new TakenUp(end));
  }

  private void decide(Behaviour behaviour, Trial trial) {
    trials.merge(behaviour, trial, (known, now) -> known instanceof TakenUp ? known : now);
  }
}
