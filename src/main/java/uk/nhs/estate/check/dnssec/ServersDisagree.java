package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.ArrayList;
import java.util.List;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.observation.ServerFacts;

/// Finds name servers whose signatures are not as good as the others'.
public record ServersDisagree() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
              "dnssec.servers-disagree",
              ADVISORY,
              "Some name servers of the domain send signatures that do not hold",
              """
              Whether users reach the domain depends on which server their resolver happens \
              to ask. Most often a secondary server no longer gets the zone anew, and the \
              rest follows when the old signatures expire.\
              """,
              """
              Find out why that server has an old or different copy of the zone, and have it \
              transferred again; or take the server out of the delegation.\
              """,
              "for s in $(dig {name} NS +short); do dig @$s {name} SOA +dnssec +norecurse; done",
              rfc(4035, "5.3"),
              rfc(6781, "4.4.1"))
          .seenTwice();

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Zone.judgeSigned(dns, _ -> judge(dns.servers()));
  }

  private static Verdict judge(List<ServerFacts> servers) {
    if (servers.size() < 2) {
      return servers.isEmpty()
          ? new Verdict.Unknown("no name server was asked")
          : new Verdict.NotApplicable("only one server was asked");
    }
    var hidden = new ArrayList<String>();
    var sound = new ArrayList<String>();
    var odd = new ArrayList<Fault>();
    for (var server : servers) {
      switch (server.security()) {
        case Security.Secure _ -> sound.add(server.label());
        case Security.Bogus(var reason, var detail) ->
            odd.add(new Fault(server.label(), reason.words() + ": " + detail));
        case Security.Insecure(var why) -> odd.add(new Fault(server.label(), why));
        case Security.Unchecked _ -> hidden.add(server.label());
        case null -> hidden.add(server.label());
      }
    }
    if (sound.isEmpty() && !odd.isEmpty()) {
      return new Verdict.NotApplicable("no server's answers hold");
    }
    return Verdict.ofFaults(
        odd, hidden, "could not validate the answers of " + String.join(", ", hidden));
  }
}
