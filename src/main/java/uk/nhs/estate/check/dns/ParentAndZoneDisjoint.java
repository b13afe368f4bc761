package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;

/// Finds domains whose delegation and whose zone name quite different servers.
public record ParentAndZoneDisjoint() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dns.parent-and-zone-disjoint",
          ADVISORY,
          "The parent zone and the zone have no name server in common",
          """
          Which servers answer depends on what a visitor's resolver asked first. Usually a move \
          to another supplier was not completed: once the old servers are switched off, the \
          domain is gone.\
          """,
          """
          Find out which servers hold the right zone, then make the delegation and the zone's NS \
          records the same. Under nhs.uk NHS England's DNS team changes the delegation.\
          """,
          "dig {name} NS +trace +nodnssec",
          rfc(1034, "4.2.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Delegation.judgeBoth(
        dns,
        (referrals, zone) ->
            Verdict.passIf(
                Delegation.overlap(referrals, zone),
                "the parent refers to %s; the zone names %s"
                    .formatted(
                        String.join(", ", Delegation.names(referrals)), String.join(", ", zone))));
  }
}
