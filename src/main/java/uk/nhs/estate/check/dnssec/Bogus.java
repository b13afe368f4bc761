package uk.nhs.estate.check.dnssec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.observation.Security.Reason;

/// Judges broken chains of trust: each reason is the fault of one check. A zone that is broken
/// itself is one fault, not one for each of its records.
final class Bogus {
  private Bogus() {}

  static Verdict judge(DnsFacts dns, Reason... reasons) {
    return judge(dns, "", reasons);
  }

  /// Judges whether the zone, or a set of records in it, is bogus for one of some reasons.
  ///
  /// @param more evidence that goes with a fault of the zone itself; may be empty
  static Verdict judge(DnsFacts dns, String more, Reason... reasons) {
    var mine = Set.of(reasons);
    return Zone.judgeSigned(
        dns,
        security ->
            switch (security) {
              case Security.Bogus bogus when mine.contains(bogus.reason()) ->
                  new Verdict.Fail("", evidence(bogus) + whereSeen(dns, bogus.reason()) + more);
              case Security.Bogus(var reason, _) ->
                  new Verdict.NotApplicable(
                      "its chain of trust is broken for another reason: " + reason.words());
              case Security.Insecure(var why) ->
                  new Verdict.NotApplicable("nobody can validate it: " + why);
              case Security.Secure _ -> judgeRecords(dns, mine);
              case Security.Unchecked(var obstacle) -> new Verdict.Unknown(obstacle);
            });
  }

  private static Verdict judgeRecords(DnsFacts dns, Set<Reason> mine) {
    var faults = new ArrayList<Fault>();
    var hidden = new ArrayList<String>();
    for (var lookup : own(dns)) {
      var subject = lookup.name() + "/" + lookup.type();
      switch (lookup.security()) {
        case Security.Bogus bogus -> {
          if (mine.contains(bogus.reason())) {
            faults.add(new Fault(subject, evidence(bogus)));
          }
        }
        case Security.Unchecked _ -> hidden.add(subject);
        case Security.Secure _, Security.Insecure _ -> {}
        case null -> {
          if (lookup.answer() instanceof Lookup.Unasked) {
            hidden.add(subject);
          }
        }
      }
    }
    return Verdict.ofFaults(faults, hidden, "could not validate " + String.join(", ", hidden));
  }

  /// The look-ups of the domain and of names below it, each question once: what is wrong elsewhere
  /// is the fault of others.
  private static List<Lookup> own(DnsFacts dns) {
    var own = new LinkedHashMap<String, Lookup>();
    Stream.of(
            Stream.of(dns.soa(), dns.ns(), dns.caa()),
            dns.records().stream(),
            dns.nameServerAddresses().stream())
        .flatMap(lookups -> lookups)
        .filter(lookup -> isIn(dns.name(), lookup.name()))
        .forEach(
            lookup ->
                own.merge(
                    lookup.name() + "/" + lookup.type(),
                    lookup,
                    (one, other) -> one.security() == null ? other : one));
    return List.copyOf(own.values());
  }

  private static boolean isIn(String zone, String name) {
    return name.equals(zone) || name.endsWith("." + zone);
  }

  private static String evidence(Security.Bogus bogus) {
    return bogus.detail().isEmpty()
        ? bogus.reason().words()
        : bogus.reason().words() + ": " + bogus.detail();
  }

  private static String whereSeen(DnsFacts dns, Reason reason) {
    var servers =
        dns.servers().stream()
            .filter(
                server ->
                    server.security() instanceof Security.Bogus(var same, _) && same == reason)
            .map(server -> server.label())
            .collect(Collectors.joining(", "));
    return servers.isEmpty() ? "" : "; seen at " + servers;
  }
}
