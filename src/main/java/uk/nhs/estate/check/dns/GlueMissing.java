package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.ArrayList;
import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.check.dns.Delegation.Referral;
import uk.nhs.estate.observation.Asked;
import uk.nhs.estate.observation.DnsFacts;

/// Finds name servers inside the domain to which the parent refers without telling their addresses.
public record GlueMissing() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dns.glue-missing",
          ADVISORY,
          "The delegation lacks the address of a name server in the domain",
          """
          A name server whose name is in the domain can only be found with an address from the \
          parent. Without it nobody can ask that server, and if all are such, nobody can find \
          the domain.\
          """,
          """
          Have the registrar (under nhs.uk, NHS England's DNS team) add the addresses of the \
          name server to the delegation.\
          """,
          "dig {name} NS +trace +nodnssec +additional",
          rfc(9471, "3.1"),
          rfc(1034, "4.2.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Delegation.judgeReferrals(
        dns,
        referrals -> {
          var faults = new ArrayList<Fault>();
          var hidden = new ArrayList<String>();
          for (var name : Delegation.names(referrals)) {
            var naming =
                referrals.stream().filter(referral -> referral.names().contains(name)).toList();
            if (!isIn(name, dns.name()) || naming.stream().anyMatch(one -> hasGlue(one, name))) {
              continue;
            }
            if (naming.stream().anyMatch(referral -> referral.reply().has("tc"))) {
              hidden.add(name);
            } else {
              faults.add(
                  new Fault(
                      name,
                      "without an A or AAAA record in the referral of "
                          + String.join(
                              ", ", naming.stream().map(one -> one.parent().label()).toList())));
            }
          }
          return Verdict.ofFaults(faults, hidden, "the referral was cut off");
        });
  }

  private static boolean isIn(String name, String zone) {
    var plain = Asked.plain(zone);
    return name.equals(plain) || name.endsWith("." + plain);
  }

  private static boolean hasGlue(Referral referral, String name) {
    return Stream.of("A", "AAAA")
        .anyMatch(type -> !referral.reply().additional(name, type).isEmpty());
  }
}
