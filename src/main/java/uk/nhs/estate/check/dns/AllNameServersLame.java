package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.ArrayList;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.check.dns.Servers.State;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.DnsFacts.NameServer;
import uk.nhs.estate.observation.Lookup;

/// Finds domains that are down because none of their name servers serves them.
///
/// To be seen twice, at least a minute apart, before it is shown.
public record AllNameServersLame() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dns.all-name-servers-lame",
          URGENT,
          "None of the name servers serves the domain",
          """
          Nobody can find the website, and mail to the domain is not delivered. If a name server \
          belongs to a former supplier, somebody may be able to have the zone created there and \
          answer for the domain.\
          """,
          """
          Load the zone on its name servers again, or have the registrar (under nhs.uk, NHS \
          England's DNS team) change the delegation to the servers that hold it.\
          """,
          "dig {name} NS +short | xargs -I% dig @% {name} SOA +norecurse",
          rfc(1912, "2.8"),
          rfc(1034, "4.2.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Delegation.ofZone(dns, () -> judgeServers(dns));
  }

  private static Verdict judgeServers(DnsFacts dns) {
    if (dns.servers().stream()
        .anyMatch(server -> Servers.state(dns, server) == State.AUTHORITATIVE)) {
      return new Verdict.Pass();
    }
    var unseen =
        dns.allNameServers().stream()
            .filter(server -> !isSeenLame(dns, server))
            .map(NameServer::name)
            .toList();
    if (dns.allNameServers().isEmpty() || !unseen.isEmpty()) {
      return new Verdict.Unknown(
          "no name server was seen to serve it, nor could all be asked: "
              + String.join(", ", unseen));
    }
    if (dns.soa().answer() instanceof Lookup.Found) {
      return new Verdict.Unknown("its SOA was found, although no name server served it to us");
    }
    var said = new ArrayList<String>();
    for (var server : dns.servers()) {
      said.add(server.label() + " " + Servers.said(server, Question.SOA));
    }
    for (var server : dns.allNameServers()) {
      if (!server.isPartlyHidden() && server.addresses().isEmpty()) {
        said.add(server.name() + " has no address");
      }
    }
    return new Verdict.Fail("", String.join("; ", said));
  }

  /// Whether a name server has no address, or was asked at one and did not serve the domain at any.
  /// Where we reach no address of a kind, those of the other kind tell enough. The addresses of a
  /// name in the domain itself are known to nobody but from the delegation while no server serves
  /// it.
  private static boolean isSeenLame(DnsFacts dns, NameServer server) {
    boolean hidden = server.isPartlyHidden();
    if (hidden && !server.name().endsWith("." + dns.name())) {
      return false;
    }
    var states =
        dns.servers().stream()
            .filter(one -> one.names().contains(server.name()))
            .map(one -> Servers.state(dns, one))
            .filter(state -> state != State.OUT_OF_OUR_REACH)
            .toList();
    return (!hidden && server.addresses().isEmpty())
        || (!states.isEmpty()
            && states.stream().allMatch(state -> state.isLame() || state.isDown()));
  }
}
