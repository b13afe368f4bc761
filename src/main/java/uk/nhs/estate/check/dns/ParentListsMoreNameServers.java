package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.ArrayList;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;

/// Finds name servers that the parent refers to although the zone does not name them.
public record ParentListsMoreNameServers() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dns.parent-lists-more-name-servers",
          ADVISORY,
          "The parent zone refers to a name server that the zone does not name",
          """
          Questions still go to it. It may be a leftover that no longer knows the domain, or \
          that belongs to a former supplier who could answer for it.\
          """,
          """
          Have the registrar (under nhs.uk, NHS England's DNS team) take it out of the \
          delegation, or add it to the zone's NS records if it is to stay.\
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
        (referrals, zone) -> {
          var faults = new ArrayList<Fault>();
          for (var name : Delegation.names(referrals)) {
            if (!zone.contains(name)
                && referrals.stream().allMatch(referral -> referral.names().contains(name))) {
              faults.add(
                  new Fault(
                      name,
                      "in the delegation of %s; the zone names %s"
                          .formatted(
                              String.join(
                                  ", ",
                                  referrals.stream().map(one -> one.parent().label()).toList()),
                              String.join(", ", zone))));
            }
          }
          return Verdict.ofFaults(faults);
        });
  }
}
