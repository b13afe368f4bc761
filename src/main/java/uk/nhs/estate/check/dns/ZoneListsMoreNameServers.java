package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;

/// Finds name servers that the zone names although the parent does not refer to them.
public record ZoneListsMoreNameServers() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dns.zone-lists-more-name-servers",
          INFORMATIONAL,
          "The zone names a name server that the parent zone does not refer to",
          """
          Some visitors are served by it and others are not, and it does not help when the \
          servers of the delegation are down.\
          """,
          """
          Have the registrar (under nhs.uk, NHS England's DNS team) add it to the delegation, or \
          take it out of the zone's NS records.\
          """,
          "dig {name} NS +trace +nodnssec",
          rfc(1034, "4.2.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Delegation.judgeOverlap(
        dns,
        (referrals, _) -> {
          var parent = Delegation.names(referrals);
          return Verdict.ofFaults(
              dns.childNames().stream()
                  .filter(name -> !parent.contains(name))
                  .map(name -> new Fault(name, "the parent refers to " + String.join(", ", parent)))
                  .toList());
        });
  }
}
