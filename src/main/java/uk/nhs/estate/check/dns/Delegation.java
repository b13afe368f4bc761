package uk.nhs.estate.check.dns;

import java.util.List;
import java.util.function.Function;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.DnsFacts.NameServer;
import uk.nhs.estate.observation.Lookup;

/// What the checks of a delegation have in common.
final class Delegation {
  private Delegation() {}

  /// Judges the name servers of a domain that is a zone of its own.
  static Verdict judge(DnsFacts dns, Function<List<NameServer>, Verdict> judge) {
    return switch (dns.ns().answer()) {
      case Lookup.Unasked(var obstacle) -> new Verdict.Unknown(obstacle);
      case Lookup.Absent _ ->
          new Verdict.NotApplicable(
              dns.ns().provesThatTheNameDoesNotExist()
                  ? "the name does not exist"
                  : "it is no zone of its own: another zone's servers answer for it");
      case Lookup.Found(var aliases, _) ->
          aliases.isEmpty()
              ? judge.apply(dns.nameServers())
              : new Verdict.NotApplicable("it is an alias of " + aliases.getLast());
    };
  }
}
