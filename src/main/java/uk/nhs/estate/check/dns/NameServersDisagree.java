package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Optional;
import java.util.TreeSet;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;

/// Finds domains whose name servers do not name the same servers.
///
/// To be seen twice, at least five minutes apart, before it is shown: a transfer may be under way.
public record NameServersDisagree() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
              "dns.name-servers-disagree",
              ADVISORY,
              "The name servers do not agree on which servers the domain has",
              """
              One of them holds an old or a different zone, so visitors see different answers \
              depending on which server they ask.\
              """,
              """
              Find out which server holds the right zone, and repair the transfer of the zone to the \
              others.\
              """,
              "dig {name} NS +short | xargs -I% dig @% {name} NS +norecurse",
              rfc(1034, "4.2.2"))
          .seenTwice();

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Servers.judgeAgreement(
        dns,
        server -> {
          var names = new TreeSet<>(Delegation.ownNames(dns.name(), server));
          return names.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", names));
        });
  }
}
