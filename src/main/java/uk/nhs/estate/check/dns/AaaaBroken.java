package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.ArrayList;
import java.util.Optional;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Obstacle;

/// Finds names whose servers answer wrongly to the question for an IPv6 address, although the name
/// has an IPv4 one.
///
/// To be seen twice before it is shown: the two questions are not asked at the same moment.
public record AaaaBroken() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
              "dns.aaaa-broken",
              ADVISORY,
              "The question for an IPv6 address is answered wrongly",
              """
              Devices ask for an IPv6 address along with the IPv4 one. Told that the name does not \
              exist, or met with an error, many of them do not find the site at all.\
              """,
              """
              Have the load balancer or the server of the name answer with no error and no records \
              where there is no IPv6 address, or publish one.\
              """,
              "dig {name} AAAA",
              rfc(4074, "4.2"),
              rfc(4074, "4.3"))
          .seenTwice();

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    var faults = new ArrayList<Fault>();
    var hidden = new ArrayList<String>();
    boolean sound = false;
    for (var a : dns.records()) {
      var aaaa = a.type().equals("A") ? dns.lookup(a.name(), "AAAA") : Optional.<Lookup>empty();
      if (aaaa.isEmpty()) {
        continue;
      }
      switch (a.answer()) {
        case Lookup.Unasked _ -> hidden.add(a.name());
        case Lookup.Absent _ -> {}
        case Lookup.Found(_, var records) -> {
          var fault = fault(aaaa.get());
          if (fault.isPresent()) {
            faults.add(
                new Fault(a.name(), fault.get() + " for AAAA; for A " + records.getFirst().data()));
          } else if (aaaa.get().answer() instanceof Lookup.Unasked) {
            hidden.add(a.name());
          } else {
            sound = true;
          }
        }
      }
    }
    return faults.isEmpty() && hidden.isEmpty() && !sound
        ? nothingSeen(dns)
        : Verdict.ofFaults(
            faults, hidden, "could not ask for the addresses of " + String.join(", ", hidden));
  }

  /// NXDOMAIN denies the whole name (RFC 8020 §2), and an error is no answer.
  private static Optional<String> fault(Lookup aaaa) {
    return switch (aaaa.answer()) {
      case Lookup.Absent(var absence, _) when absence == Lookup.Absence.NXDOMAIN ->
          Optional.of("NXDOMAIN");
      case Lookup.Unasked(var obstacle) when obstacle.kind() == Obstacle.Kind.NAME_SERVERS_FAILED ->
          Optional.of(obstacle.words());
      case Lookup.Found _, Lookup.Absent _, Lookup.Unasked _ -> Optional.empty();
    };
  }

  private static Verdict nothingSeen(DnsFacts dns) {
    return dns.lookup(dns.name(), "A").isPresent()
        ? new Verdict.NotApplicable("neither the domain nor its www has an IPv4 address")
        : new Verdict.Unknown("nobody asked for addresses of " + dns.name());
  }
}
