package uk.nhs.estate.probe.dns;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;
import uk.nhs.estate.observation.Asked;
import uk.nhs.estate.observation.Asked.NotAsked;
import uk.nhs.estate.observation.Asked.Outcome;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.Asked.Unreplied;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.observation.ServerFacts;
import uk.nhs.estate.probe.net.AddressText;
import uk.nhs.estate.probe.net.Obstacles;

/// What is said to one address of a name server about one zone, and what it answers.
///
/// Used by several threads.
final class Talk {
  private static final Name VERSION_BIND = Name.fromConstantString("version.bind.");

  private final Authority authority;
  private final Name zone;
  private final Set<Name> names = Collections.synchronizedSet(new LinkedHashSet<>());
  private final Map<Question, Outcome> outcomes =
      Collections.synchronizedMap(new EnumMap<>(Question.class));
  private final Map<Question, Heard> heard = new ConcurrentHashMap<>();
  private volatile boolean silent;

  /// @param server a name of the server
  Talk(Authority authority, Name zone, Name server) {
    this.authority = authority;
    this.zone = zone;
    this.names.add(server);
  }

  /// Learns another name of the server.
  void isAlso(Name server) {
    names.add(server);
  }

  Authority authority() {
    return authority;
  }

  /// Begins: whoever is silent now is asked nothing else.
  void soa() {
    ask(Question.SOA, Query.of(zone, Type.SOA), false);
    silent = !heard.containsKey(Question.SOA) && outcomes.get(Question.SOA) instanceof Unreplied;
    var reply = heard.get(Question.SOA);
    boolean useless = reply == null || reply.rcode() == Rcode.FORMERR || !hasEdns(reply);
    if (useless && !isUnreachable()) {
      // a server or firewall that cannot cope with EDNS (RFC 6891 §6.2.2) may answer without it
      boolean was = silent;
      silent = false;
      askOnce(Question.SOA_WITHOUT_EDNS, new Query(zone, Type.SOA, DClass.IN, -1, false));
      silent = was && !heard.containsKey(Question.SOA_WITHOUT_EDNS);
    }
  }

  private static boolean hasEdns(Heard reply) {
    return reply.message().getOPT() != null;
  }

  private boolean isUnreachable() {
    return outcomes.get(Question.SOA) instanceof Unreplied(var obstacle, _)
        && obstacle.kind() != Kind.TIMED_OUT
        && obstacle.kind() != Kind.PROTOCOL_ERROR;
  }

  void ns() {
    ask(Question.NS, Query.of(zone, Type.NS), true);
  }

  void dnskey() {
    ask(Question.DNSKEY, Query.of(zone, Type.DNSKEY), true);
  }

  void ds() {
    ask(Question.DS, Query.of(zone, Type.DS), true);
  }

  void denial(Name nobody) {
    ask(Question.DENIAL, Query.of(nobody, Type.A), true);
  }

  /// The SOA and the first message of a zone transfer, on one connection.
  void tcp() {
    if (silent) {
      put(Question.SOA_BY_TCP, silence());
      put(Question.TRANSFER, silence());
      return;
    }
    try {
      var replies =
          authority.byTcp(
              List.of(Query.of(zone, Type.SOA), new Query(zone, Type.AXFR, DClass.IN, -1, false)));
      put(Question.SOA_BY_TCP, replies.getFirst());
      if (replies.size() > 1) {
        put(Question.TRANSFER, replies.getLast());
      } else {
        put(Question.TRANSFER, new Unreplied(new Obstacle(Kind.CONNECTION_RESET), 1));
      }
    } catch (IOException e) {
      put(Question.SOA_BY_TCP, unreplied(e, 1));
      put(Question.TRANSFER, new NotAsked("it does not answer by TCP"));
    }
  }

  /// With EDNS version 1; letters in upper case show whether the question comes back as it was
  /// asked.
  void ednsVersion1() {
    askOnce(Question.EDNS_VERSION_1, new Query(inCapitals(zone), Type.SOA, DClass.IN, 1, false));
  }

  void recursion() {
    askOnce(Question.RECURSION, new Query(Name.root, Type.SOA, DClass.IN, 0, true));
  }

  void softwareVersion() {
    askOnce(Question.SOFTWARE_VERSION, new Query(VERSION_BIND, Type.TXT, DClass.CH, -1, false));
  }

  private static Name inCapitals(Name name) {
    return Name.fromConstantString(name.toString().toUpperCase(Locale.ROOT));
  }

  /// Takes over what was found out about the server for another zone.
  void put(Asked known) {
    outcomes.put(known.question(), known.outcome());
  }

  private void ask(Question question, Query query, boolean whole) {
    if (silent) {
      put(question, silence());
      return;
    }
    try {
      put(question, whole ? authority.askWhole(query) : authority.ask(query));
    } catch (IOException e) {
      put(question, unreplied(e, authority.tries()));
    }
  }

  private void askOnce(Question question, Query query) {
    if (silent) {
      put(question, silence());
      return;
    }
    try {
      put(question, authority.askOnce(query, authority.firstTry()));
    } catch (IOException e) {
      put(question, unreplied(e, 1));
    }
  }

  private void put(Question question, Heard reply) {
    heard.put(question, reply);
    outcomes.put(question, reply.replied());
  }

  private void put(Question question, Outcome outcome) {
    outcomes.put(question, outcome);
  }

  private static NotAsked silence() {
    return new NotAsked("the server was silent before");
  }

  private static Unreplied unreplied(IOException e, int tries) {
    return switch (e) {
      case Reply.Unreadable unreadable ->
          new Unreplied(new Obstacle(Kind.PROTOCOL_ERROR, unreadable.words()), tries);
      case SocketTimeoutException _ -> new Unreplied(new Obstacle(Kind.TIMED_OUT), tries);
      default -> new Unreplied(Obstacles.of(e, ""), tries);
    };
  }

  /// What came of a question; none when nobody asked.
  @Nullable Outcome outcome(Question question) {
    return outcomes.get(question);
  }

  Asked asked(Question question) {
    var outcome = outcomes.get(question);
    return new Asked(question, outcome == null ? new NotAsked("nobody asked") : outcome);
  }

  /// The reply to a question, if there was one.
  Optional<Heard> heard(Question question) {
    return Optional.ofNullable(heard.get(question));
  }

  /// Whether it answers for the zone: an SOA record of it, with authority.
  boolean isAuthoritative() {
    return heard(Question.SOA)
        .or(() -> heard(Question.SOA_WITHOUT_EDNS))
        .or(() -> heard(Question.SOA_BY_TCP))
        .filter(reply -> reply.rcode() == Rcode.NOERROR && reply.has(Flags.AA))
        .isPresent();
  }

  /// Whether it gave a usable answer to the question for NS records.
  boolean isUsable() {
    return heard(Question.NS).filter(Heard::isUsable).isPresent();
  }

  Name firstName() {
    return List.copyOf(names).getFirst();
  }

  ServerFacts facts(@Nullable Security security) {
    var asked = new ArrayList<Asked>();
    synchronized (outcomes) {
      outcomes.forEach((question, outcome) -> asked.add(new Asked(question, outcome)));
    }
    return new ServerFacts(
        List.copyOf(names).stream().map(RecordText::of).sorted().toList(),
        AddressText.of(authority.address()),
        asked,
        security,
        authority.sent(),
        authority.answered(),
        authority.medianMillis());
  }
}
