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
import java.util.stream.Stream;
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
  private volatile boolean edns = true;

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

  /// Begins: whoever is silent now is asked nothing else, and whoever cannot cope with EDNS is
  /// asked without it (RFC 6891 §6.2.2); beside the further tries, so that silence costs no more.
  void soa(Fork fork) {
    var query = Query.of(zone, Type.SOA);
    if (asksInVain(query)) {
      fork.all(
          List.of(
              () -> ask(Question.SOA, () -> authority.ask(query, 1, authority.tries())),
              this::soaWithoutEdns));
    }
    var reply = heard.get(Question.SOA);
    boolean failed = reply == null || reply.rcode() == Rcode.FORMERR;
    boolean doubtful = reply == null || reply.message().getOPT() == null;
    if (doubtful && !outcomes.containsKey(Question.SOA_WITHOUT_EDNS) && !isUnreachable()) {
      soaWithoutEdns();
    }
    edns = !(failed && heard.containsKey(Question.SOA_WITHOUT_EDNS));
    silent = reply == null && !heard.containsKey(Question.SOA_WITHOUT_EDNS);
    if (reply != null && reply.isTruncated()) {
      tcp();
    }
  }

  /// Asks the first time.
  ///
  /// @return whether nothing came back, and more tries are left
  private boolean asksInVain(Query query) {
    try {
      put(Question.SOA, authority.ask(query, 0, 1));
      return false;
    } catch (SocketTimeoutException e) {
      put(Question.SOA, failure(e, 1));
      return authority.tries() > 1;
    } catch (IOException e) {
      put(Question.SOA, failure(e, 1));
      return false;
    }
  }

  private void soaWithoutEdns() {
    askOnce(Question.SOA_WITHOUT_EDNS, Query.withoutEdns(zone, Type.SOA));
  }

  /// Whether it can be asked with EDNS.
  boolean hasEdns() {
    return edns;
  }

  private Query query(Name name, int type) {
    return edns ? Query.of(name, type) : Query.withoutEdns(name, type);
  }

  private boolean isUnreachable() {
    return outcomes.get(Question.SOA) instanceof Unreplied(var obstacle, _)
        && obstacle.kind() != Kind.TIMED_OUT
        && obstacle.kind() != Kind.PROTOCOL_ERROR;
  }

  void ns() {
    ask(Question.NS, query(zone, Type.NS), true);
  }

  void dnskey() {
    ask(Question.DNSKEY, query(zone, Type.DNSKEY), true);
  }

  void ds() {
    ask(Question.DS, Query.of(zone, Type.DS), true);
  }

  void denial(Name nobody) {
    ask(Question.DENIAL, query(nobody, Type.A), true);
  }

  /// The SOA and the first message of a zone transfer, on one connection.
  void tcp() {
    if (outcomes.containsKey(Question.SOA_BY_TCP)) {
      return;
    }
    if (silent) {
      put(Question.SOA_BY_TCP, silence());
      put(Question.TRANSFER, silence());
      return;
    }
    try {
      var replies =
          authority.byTcp(List.of(query(zone, Type.SOA), Query.withoutEdns(zone, Type.AXFR)));
      put(Question.SOA_BY_TCP, replies.getFirst());
      if (replies.size() > 1) {
        put(Question.TRANSFER, replies.getLast());
      } else {
        put(Question.TRANSFER, new Unreplied(new Obstacle(Kind.CONNECTION_RESET), 1));
      }
    } catch (IOException e) {
      put(Question.SOA_BY_TCP, failure(e, 1));
      put(Question.TRANSFER, new NotAsked("it does not answer by TCP"));
    }
  }

  /// With EDNS version 1; letters in both cases show whether the question comes back as it was
  /// asked.
  void ednsVersion1() {
    askOnce(Question.EDNS_VERSION_1, new Query(inBothCases(zone), Type.SOA, DClass.IN, 1, false));
  }

  void recursion() {
    askOnce(Question.RECURSION, new Query(Name.root, Type.SOA, DClass.IN, 0, true));
  }

  void softwareVersion() {
    askOnce(Question.SOFTWARE_VERSION, new Query(VERSION_BIND, Type.TXT, DClass.CH, -1, false));
  }

  /// As in `eXaMpLe.NhS.Uk.`
  private static Name inBothCases(Name name) {
    var letters = name.toString().toLowerCase(Locale.ROOT).toCharArray();
    for (int at = 1; at < letters.length; at += 2) {
      letters[at] = Character.toUpperCase(letters[at]);
    }
    return Name.fromConstantString(new String(letters));
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
    ask(question, () -> whole ? authority.askWhole(query) : authority.ask(query));
  }

  /// A question to the server.
  private interface Asking {
    Heard ask() throws IOException;
  }

  private void ask(Question question, Asking asking) {
    try {
      put(question, asking.ask());
    } catch (IOException e) {
      put(question, failure(e, authority.tries()));
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
      put(question, failure(e, 1));
    }
  }

  private void put(Question question, Heard reply) {
    heard.put(question, reply);
    var replied = reply.replied();
    // what a server does with an unknown version is kept for other zones of its, too
    outcomes.put(
        question, question == Question.EDNS_VERSION_1 ? replied.withoutRecords() : replied);
  }

  private void put(Question question, Outcome outcome) {
    outcomes.put(question, outcome);
  }

  private NotAsked silence() {
    return switch (outcomes.get(Question.SOA)) {
      case NotAsked its -> its;
      case Unreplied(var obstacle, _) when obstacle.kind() != Kind.TIMED_OUT ->
          new NotAsked(obstacle.kind().words());
      case null, default -> new NotAsked("the server was silent before");
    };
  }

  /// @param tries how often it was asked, if it kept silent; other failures end the trying
  private static Outcome failure(IOException e, int tries) {
    return switch (e) {
      case Quest.Over over -> new NotAsked(over.why());
      case Reply.Unreadable unreadable ->
          new Unreplied(new Obstacle(Kind.PROTOCOL_ERROR, unreadable.words()), 1);
      case SocketTimeoutException _ -> new Unreplied(new Obstacle(Kind.TIMED_OUT), tries);
      default -> new Unreplied(Obstacles.of(e, ""), 1);
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

  /// The reply to a question, the SOA also without EDNS or by TCP where it did not come otherwise.
  Optional<Heard> whole(Question question) {
    var others =
        question == Question.SOA
            ? List.of(Question.SOA, Question.SOA_BY_TCP, Question.SOA_WITHOUT_EDNS)
            : List.of(question);
    return others.stream()
        .flatMap(one -> heard(one).stream())
        .filter(reply -> reply.isUsable() && !reply.isTruncated())
        .findFirst();
  }

  /// Whether it answers for the zone: an SOA record of it, with authority.
  boolean isAuthoritative() {
    return Stream.of(Question.SOA, Question.SOA_WITHOUT_EDNS, Question.SOA_BY_TCP)
        .flatMap(question -> heard(question).stream())
        .anyMatch(reply -> reply.rcode() == Rcode.NOERROR && reply.has(Flags.AA));
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
