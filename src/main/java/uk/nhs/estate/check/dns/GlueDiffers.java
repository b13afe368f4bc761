package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.check.dns.Delegation.Referral;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Lookup;

/// Finds addresses in the delegation that the name servers do not have any more.
public record GlueDiffers() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dns.glue-differs",
          ADVISORY,
          "The delegation holds an old address of a name server",
          """
          Resolvers go by the addresses in the delegation at first. Questions to the old one are \
          lost, and whoever gets that address next can answer for the domain.\
          """,
          """
          Have the registrar (under nhs.uk, NHS England's DNS team) change the address of the \
          name server in the delegation.\
          """,
          "dig {name} NS +trace +nodnssec +additional",
          rfc(1034, "4.2.2"),
          rfc(9471, "3.1"));

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
            var stale = new ArrayList<String>();
            boolean unseen = false;
            for (var type : List.of("A", "AAAA")) {
              var glue = glue(referrals, name, type);
              var known = dns.lookup(name, type);
              if (known.isEmpty() || known.get().answer() instanceof Lookup.Unasked) {
                unseen |= !glue.isEmpty();
              } else {
                glue.removeAll(known.get().data());
                stale.addAll(glue);
              }
            }
            if (!stale.isEmpty()) {
              faults.add(new Fault(name, evidence(dns, name, stale)));
            } else if (unseen) {
              hidden.add(name);
            }
          }
          return Verdict.ofFaults(
              faults, hidden, "could not ask for the addresses of " + String.join(", ", hidden));
        });
  }

  private static Set<String> glue(List<Referral> referrals, String name, String type) {
    var addresses = new TreeSet<String>();
    referrals.forEach(
        referral -> referral.reply().additional(name, type).forEach(r -> addresses.add(r.data())));
    return addresses;
  }

  private static String evidence(DnsFacts dns, String name, List<String> stale) {
    var own =
        dns.allNameServers().stream()
            .filter(server -> server.name().equals(name))
            .flatMap(server -> server.addresses().stream())
            .toList();
    return "the delegation has %s; its own zone has %s"
        .formatted(String.join(", ", stale), own.isEmpty() ? "none" : String.join(", ", own));
  }
}
