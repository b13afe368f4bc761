package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Lookup;

/// Finds domains below which every name exists.
///
/// That a name has no address is not enough: servers that sign as they answer say so of names
/// that do not exist (RFC 9824).
public record WildcardPresent() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dns.wildcard-present",
          INFORMATIONAL,
          "Every name below the domain exists, by a wildcard record",
          """
          Mistyped and made-up names lead to your servers, so that anybody can make up a \
          believable link; and if what the wildcard points at is given up, every name below \
          the domain can be taken over.\
          """,
          """
          If it is not meant to be, remove the wildcard record and publish the names that are \
          used.\
          """,
          "dig estate-probe-one.{name} A +short; dig estate-probe-two.{name} A +short",
          rfc(4592, "2.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    if (dns.soa().provesThatTheNameDoesNotExist()) {
      return new Verdict.NotApplicable("the name does not exist");
    }
    for (var label : DnsFacts.WILDCARD_PROBES) {
      var probe = dns.asked(label + "." + dns.name(), "A");
      if (probe.answer() instanceof Lookup.Unasked(var obstacle)) {
        return new Verdict.Unknown(obstacle);
      }
      if (!exists(probe)) {
        return new Verdict.Pass();
      }
    }
    return new Verdict.Fail("", evidence(dns));
  }

  /// An alias exists, even one that leads nowhere.
  private static boolean exists(Lookup probe) {
    return switch (probe.answer()) {
      case Lookup.Found _ -> true;
      case Lookup.Absent(_, var aliases) -> !aliases.isEmpty();
      case Lookup.Unasked _ -> false;
    };
  }

  private static String evidence(DnsFacts dns) {
    var name = DnsFacts.WILDCARD_PROBES.getFirst() + "." + dns.name();
    var text = dns.asked(name, "TXT").data();
    return switch (dns.asked(name, "A").answer()) {
          case Lookup.Found(var aliases, var records) ->
              name
                  + (aliases.isEmpty() ? "" : " is an alias of " + aliases.getLast() + " and")
                  + " has the address "
                  + records.getFirst().data();
          case Lookup.Absent(_, var aliases) ->
              name + " is an alias of " + aliases.getLast() + ", which has no address";
          case Lookup.Unasked(var obstacle) -> obstacle.words();
        }
        + (text.isEmpty() ? "" : " and the text " + text.getFirst());
  }
}
