package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Lookup;

/// Finds entries of the register that have gone from the DNS. A name that the parent still
/// delegates exists, whatever its own servers say.
public record NameDoesNotExist() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dns.name-does-not-exist",
          ADVISORY,
          "The domain does not exist in the DNS",
          """
          Nothing can be reached under it. A name that is no longer wanted should leave the \
          register; one that is wanted may have lapsed, and outside nhs.uk anybody may then \
          register it and pose as the organisation.\
          """,
          """
          If the name is no longer needed, retire it in the register, and remove every link and \
          record that still points to it. If it is needed, restore its delegation with the \
          registrar or, under nhs.uk, with NHS England's DNS team.\
          """,
          "dig {name} SOA",
          rfc(2308, "2.1"),
          rfc(8020, "2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    if (dns.soa().answer() instanceof Lookup.Unasked(var obstacle)) {
      return new Verdict.Unknown(obstacle);
    }
    boolean delegated = !dns.parentNames().isEmpty();
    return Verdict.passIf(
        delegated || !dns.soa().provesThatTheNameDoesNotExist(),
        "NXDOMAIN for " + dns.name() + parents(dns));
  }

  /// What the servers of the parent zone say, with the SOA record of the zone that denies the name.
  private static String parents(DnsFacts dns) {
    var said = new StringBuilder();
    for (var parent : dns.parentServers()) {
      parent
          .reply(Question.NS)
          .ifPresent(
              reply -> {
                said.append("; ").append(parent.label()).append(": ").append(reply.rcode());
                reply.authority().stream()
                    .filter(r -> r.type().equals("SOA"))
                    .forEach(
                        r ->
                            said.append(", SOA of ").append(r.name()).append(' ').append(r.data()));
              });
    }
    return said.toString();
  }
}
