package uk.nhs.estate.check.dns;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Asked;
import uk.nhs.estate.observation.Asked.NotAsked;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.Asked.Replied;
import uk.nhs.estate.observation.Asked.Unreplied;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.ServerFacts;

/// What the checks of single name servers have in common.
final class Servers {
  static final Verdict.Unknown ADDRESSES_HIDDEN =
      new Verdict.Unknown("not every name server's addresses could be asked");

  private static final Set<Question> ABOUT_NO_ZONE =
      EnumSet.of(Question.EDNS_VERSION_1, Question.RECURSION, Question.SOFTWARE_VERSION);

  private Servers() {}

  /// What a server does with a question for the zone that it is to serve.
  enum State {
    AUTHORITATIVE,
    REFUSES,
    FAILS,
    NOT_AUTHORITATIVE,
    REFERS_UPWARD,
    SILENT,
    UNREACHABLE,
    /// It did not answer, nor did anything else at an address of this kind: that may be our fault.
    OUT_OF_OUR_REACH,
    /// It was not asked, or its answer could not be read.
    HIDDEN;

    /// Whether it answered, but not as one that serves the zone.
    boolean isLame() {
      return switch (this) {
        case REFUSES, FAILS, NOT_AUTHORITATIVE, REFERS_UPWARD -> true;
        case AUTHORITATIVE, SILENT, UNREACHABLE, OUT_OF_OUR_REACH, HIDDEN -> false;
      };
    }

    /// Whether it was seen not to answer.
    boolean isDown() {
      return this == SILENT || this == UNREACHABLE;
    }
  }

  /// Judges every address of the name servers by itself; the address is the subject, since names
  /// come and go.
  ///
  /// @param judge says of one address what a check says of a domain; its fault's evidence counts
  static Verdict judgeEach(DnsFacts dns, Function<ServerFacts, Verdict> judge) {
    return Delegation.ofZone(
        dns, () -> dns.servers().isEmpty() ? nobody(dns) : judgeSeen(dns, judge));
  }

  private static Verdict judgeSeen(DnsFacts dns, Function<ServerFacts, Verdict> judge) {
    var faults = new ArrayList<Fault>();
    var hidden = new ArrayList<String>();
    var obstacles = new ArrayList<String>();
    var exemptions = new ArrayList<String>();
    boolean sound = false;
    for (var server : dns.servers()) {
      switch (judge.apply(server)) {
        case Verdict.Pass _ -> sound = true;
        case Verdict.Fail(var found, _) ->
            faults.add(
                new Fault(server.address(), names(server) + ": " + found.getFirst().evidence()));
        case Verdict.Unknown(var reason, _) -> {
          hidden.add(server.address());
          obstacles.add(server.address() + ": " + reason);
        }
        case Verdict.NotApplicable(var reason) -> exemptions.add(reason);
      }
    }
    for (var server : dns.allNameServers()) {
      if (server.isPartlyHidden()) {
        hidden.add(server.name());
        obstacles.add(server.name() + ": its addresses could not be asked");
      }
    }
    return faults.isEmpty() && hidden.isEmpty() && !sound
        ? new Verdict.NotApplicable(exemptions.getFirst())
        : Verdict.ofFaults(faults, hidden, String.join("; ", obstacles));
  }

  /// Judges every server's reply to one question.
  static Verdict judgeReplies(DnsFacts dns, Question question, Function<Replied, Verdict> judge) {
    return judgeEach(
        dns, server -> server.reply(question).map(judge).orElseGet(() -> hidden(server, question)));
  }

  /// Finds the servers that are in a state.
  static Verdict judgeState(DnsFacts dns, State wanted) {
    return judgeEach(
        dns,
        server -> {
          var seen = state(dns, server);
          if (seen == wanted) {
            return new Verdict.Fail("", saidBesideTheOthers(dns, server));
          }
          return seen == State.AUTHORITATIVE || seen.isLame()
              ? new Verdict.Pass()
              : hidden(server, Question.SOA);
        });
  }

  /// Compares what the servers that serve the zone say.
  ///
  /// @param value what is compared, of one server's answers; none when not all of it was seen
  static Verdict judgeAgreement(DnsFacts dns, Function<ServerFacts, Optional<String>> value) {
    return Delegation.ofZone(
        dns,
        () -> {
          if (dns.servers().isEmpty()) {
            return nobody(dns);
          }
          var byValue = new TreeMap<String, List<String>>();
          var hidden = new ArrayList<String>();
          for (var server : dns.servers()) {
            var state = state(dns, server);
            var said =
                state == State.AUTHORITATIVE ? value.apply(server) : Optional.<String>empty();
            if (said.isPresent()) {
              byValue.computeIfAbsent(said.get(), _ -> new ArrayList<>()).add(server.label());
            } else if (!state.isLame()) {
              hidden.add(server.label());
            }
          }
          if (byValue.size() > 1) {
            var said = new ArrayList<String>();
            byValue.forEach((one, by) -> said.add(one + ": " + String.join(", ", by)));
            return new Verdict.Fail("", String.join("; ", said));
          }
          if (!hidden.isEmpty()) {
            return new Verdict.Unknown("not seen of " + String.join(", ", hidden));
          }
          if (dns.allNameServers().stream().anyMatch(DnsFacts.NameServer::isPartlyHidden)) {
            return ADDRESSES_HIDDEN;
          }
          return byValue.isEmpty()
              ? new Verdict.NotApplicable("no name server serves the domain")
              : new Verdict.Pass();
        });
  }

  /// What a server does with the question for the SOA.
  static State state(DnsFacts dns, ServerFacts server) {
    return switch (server.soa()) {
      case Replied reply -> state(dns.name(), server, reply);
      case NotAsked _ -> State.HIDDEN;
      case Unreplied(var obstacle, _) ->
          switch (obstacle.kind()) {
            case TIMED_OUT, NAME_SERVERS_SILENT -> silence(dns, server, State.SILENT);
            case UNREACHABLE, CONNECTION_REFUSED, CONNECTION_RESET ->
                silence(dns, server, State.UNREACHABLE);
            case NAME_SERVERS_FAILED,
                NO_ADDRESS,
                FORBIDDEN_ADDRESS,
                HANDSHAKE_REFUSED,
                CERTIFICATE_REFUSED,
                PROTOCOL_ERROR,
                SERVER_FAILED,
                TOO_LARGE,
                OTHER_ZONE,
                BLOCKED,
                SCAN_LEVEL,
                NOT_ASKED,
                SCANNER_FAULT ->
                State.HIDDEN;
          };
    };
  }

  private static State state(String zone, ServerFacts server, Replied reply) {
    if (reply.has("tc")) {
      return server
          .reply(Question.SOA_BY_TCP)
          .map(whole -> state(zone, whole))
          .orElse(reply.has("aa") ? State.AUTHORITATIVE : State.HIDDEN);
    }
    return state(zone, reply);
  }

  private static State state(String zone, Replied reply) {
    if (reply.rcode().equals("REFUSED")) {
      return State.REFUSES;
    }
    if (reply.rcode().equals("NOTAUTH")) {
      return State.NOT_AUTHORITATIVE;
    }
    if (!reply.isUsable()) {
      return State.FAILS;
    }
    if (reply.isReferral() && reply.authority().stream().anyMatch(r -> isAbove(r.name(), zone))) {
      return State.REFERS_UPWARD;
    }
    return reply.rcode().equals("NOERROR") && reply.has("aa") && !reply.answer().isEmpty()
        ? State.AUTHORITATIVE
        : State.NOT_AUTHORITATIVE;
  }

  private static boolean isAbove(String owner, String zone) {
    var above = Asked.plain(owner);
    return above.equals(".") || zone.endsWith("." + above);
  }

  /// Silence is a server's own only if others at addresses of its kind were heard, the parent's
  /// among them, and if it never answered itself.
  private static State silence(DnsFacts dns, ServerFacts server, State state) {
    if (server.answered() > 0) {
      return State.HIDDEN;
    }
    return Stream.concat(dns.parentServers().stream(), dns.servers().stream())
            .anyMatch(one -> isIpv6(one) == isIpv6(server) && one.answered() > 0)
        ? state
        : State.OUT_OF_OUR_REACH;
  }

  private static boolean isIpv6(ServerFacts server) {
    return server.address().indexOf(':') >= 0;
  }

  /// Why something was not seen of a server.
  static Verdict.Unknown hidden(ServerFacts server, Question question) {
    boolean mayPass =
        switch (server.outcome(question)) {
          case Replied _ -> true;
          // many servers and firewalls never say a word to what is not about a zone
          case Unreplied(var obstacle, _) ->
              obstacle.kind().mayPass() && !ABOUT_NO_ZONE.contains(question);
          case NotAsked notAsked -> notAsked.mayPass();
        };
    return new Verdict.Unknown(said(server, question), mayPass);
  }

  /// A question and what came of it, in words.
  static String said(ServerFacts server, Question question) {
    return question.words() + ": " + server.outcome(question).words();
  }

  /// What a server said of the SOA, and what the others did.
  static String saidBesideTheOthers(DnsFacts dns, ServerFacts server) {
    var others =
        dns.servers().stream()
            .filter(other -> other != server)
            .map(other -> other.address() + " " + other.soa().words())
            .toList();
    var said = said(server, Question.SOA);
    if (server.soa() != server.outcome(Question.SOA)) {
      said += "; " + said(server, Question.SOA_WITHOUT_EDNS);
    }
    return others.isEmpty() ? said : said + "; the others: " + String.join(", ", others);
  }

  /// The names of a server, in a fixed order.
  static String names(ServerFacts server) {
    return String.join(", ", server.names().stream().sorted().toList());
  }

  private static Verdict nobody(DnsFacts dns) {
    return new Verdict.Unknown("none of the name servers of " + dns.name() + " was asked");
  }
}
