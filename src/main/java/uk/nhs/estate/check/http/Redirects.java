package uk.nhs.estate.check.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.observation.text.WebAddress;

/// What the checks of redirects have in common.
final class Redirects {

  /// Statuses after which browsers go where Location says (Fetch standard, "redirect status").
  private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

  /// Those that may be remembered, so that the next visitor need not ask (RFC 9110 §15.4).
  private static final Set<Integer> PERMANENT = Set.of(301, 308);

  /// A step of a visit from one answer to another place.
  record Step(Hop from, WebAddress to) {
    boolean leadsToHttps() {
      return to.scheme().equals("https");
    }

    boolean isPermanent() {
      return PERMANENT.contains(from.status());
    }

    /// In words.
    String words() {
      return shown(from) + " leads to " + to.origin() + " with status " + from.status();
    }
  }

  private Redirects() {}

  /// Where an answer sends its visitor; empty if nowhere on the web (Fetch §4.4).
  static Optional<WebAddress> target(Hop hop) {
    return location(hop)
        .flatMap(place -> WebAddress.parse(hop.url()).flatMap(base -> base.resolve(place)))
        .filter(WebAddress::isHttp);
  }

  /// What an answer says of it, as written. Names outside ASCII come as octets of UTF-8.
  private static Optional<String> location(Hop hop) {
    var locations = hop.values("Location").stream().distinct().toList();
    return STATUSES.contains(hop.status()) && locations.size() == 1
        ? Optional.of(
            new String(
                locations.getFirst().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
        : Optional.empty();
  }

  /// Every step, the one that was not followed among them.
  static List<Step> steps(Visit visit) {
    return visit.hops().stream()
        .flatMap(hop -> target(hop).map(to -> new Step(hop, to)).stream())
        .toList();
  }

  /// The address that was asked, without a query: that may hold what opens somebody's session.
  static String shown(Hop hop) {
    return WebAddress.parse(hop.url())
        .map(address -> address.origin() + address.path())
        .orElse(hop.host());
  }

  /// The visits to a site's own front doors, and to those of its other name if they were made.
  static List<Visit> frontDoors(HttpFacts http) {
    var visits = new ArrayList<Visit>(List.of(http.plain(), http.secure()));
    if (http.sibling() != null) {
      visits.add(http.sibling().plain());
      visits.add(http.sibling().secure());
    }
    return visits;
  }

  /// Judges visits one by one; the address at which each begins is the subject.
  ///
  /// @param judge the evidence of a fault, or nothing
  static Verdict judgeEach(List<Visit> visits, Function<Visit, Optional<String>> judge) {
    return judgeFaults(
        visits,
        visit -> judge.apply(visit).map(seen -> new Fault(visit.url(), seen)).stream().toList());
  }

  /// Judges visits one by one, each of which may have several faults. One that was hidden before
  /// its end is neither sound nor at fault, unless what was seen of it shows a fault. A subject has
  /// one fault, the first.
  static Verdict judgeFaults(List<Visit> visits, Function<Visit, List<Fault>> judge) {
    var faults = new LinkedHashMap<String, Fault>();
    var hidden = new ArrayList<String>();
    Obstacle obstacle = null;
    for (var visit : visits) {
      var found = judge.apply(visit);
      found.forEach(fault -> faults.putIfAbsent(fault.subject(), fault));
      if (found.isEmpty()
          && visit.end() instanceof Visit.Obstructed(var what)
          && what.kind() != Obstacle.Kind.NO_ADDRESS) {
        hidden.add(visit.url());
        obstacle = what;
      }
    }
    if (faults.isEmpty() && obstacle != null) {
      return new Verdict.Unknown(obstacle);
    }
    if (faults.isEmpty() && visits.stream().allMatch(visit -> visit.hops().isEmpty())) {
      return new Verdict.NotApplicable("nobody answers, neither over http nor over https");
    }
    return Verdict.ofFaults(List.copyOf(faults.values()), hidden, "");
  }

  /// Why a visit over http has no step of the kind that a check judges.
  static Verdict withoutSuchAStep(Visit plain) {
    return switch (plain.end()) {
      case Visit.NobodyListens _ -> new Verdict.NotApplicable("nobody answers over http");
      case Visit.Endless _ -> new Verdict.NotApplicable("its redirects never end");
      case Visit.Obstructed(var obstacle) -> new Verdict.Unknown(obstacle);
      case Visit.Answered _ ->
          plain.hops().getLast().mayHideThePage()
              ? new Verdict.Unknown(blocked(plain.hops().getLast()))
              : new Verdict.NotApplicable("http does not lead to https");
    };
  }

  /// What an answer that may be that of a guard hides.
  static Obstacle blocked(Hop hop) {
    return new Obstacle(Obstacle.Kind.BLOCKED, "HTTP status " + hop.status());
  }
}
