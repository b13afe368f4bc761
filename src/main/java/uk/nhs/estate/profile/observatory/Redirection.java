package uk.nhs.estate.profile.observatory;

import static uk.nhs.estate.profile.observatory.Outcome.REDIRECT_LATE;
import static uk.nhs.estate.profile.observatory.Outcome.REDIRECT_MISSING;
import static uk.nhs.estate.profile.observatory.Outcome.REDIRECT_NOT_HTTPS;
import static uk.nhs.estate.profile.observatory.Outcome.REDIRECT_NO_HTTP;
import static uk.nhs.estate.profile.observatory.Outcome.REDIRECT_OFF_HOST;
import static uk.nhs.estate.profile.observatory.Outcome.REDIRECT_PRELOADED;
import static uk.nhs.estate.profile.observatory.Outcome.REDIRECT_SOUND;
import static uk.nhs.estate.profile.observatory.Outcome.REDIRECT_UNTRUSTED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.observation.text.WebAddress;

/// Where visitors who come over http are sent.
final class Redirection {

  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  /// A place on the way.
  private record Stop(boolean isHttps, String host) {}

  private Redirection() {}

  static Opinion of(Look look) {
    var plain = look.http().plain();
    if (plain.hops().isEmpty()) {
      return Opinion.shared(REDIRECT_NO_HTTP);
    }
    var way = new ArrayList<>(plain.hops().stream().map(Redirection::stop).toList());
    if (!look.isTrusted() && way.contains(new Stop(true, look.http().host()))) {
      return Opinion.shared(REDIRECT_UNTRUSTED);
    }
    var last = plain.hops().getLast();
    boolean ends = !REDIRECTS.contains(last.status());
    if (ends) {
      return Opinion.shared(outcome(look, way));
    }
    var place = last.values("Location").stream().findFirst().orElse("");
    if (place.isBlank()) {
      // the Observatory goes on, to a page called "undefined" or to the same one again
      var theirs = new ArrayList<>(way);
      theirs.add(way.getLast());
      return new Opinion(
          outcome(look, theirs), outcome(look, way), Deviation.REDIRECT_WITHOUT_PLACE);
    }
    var next = next(last, place);
    next.ifPresent(way::add);
    var ours = next.isPresent() ? outcome(look, way) : REDIRECT_NOT_HTTPS;
    return plain.end() instanceof Visit.Obstructed
        ? new Opinion(REDIRECT_NO_HTTP, ours, Deviation.REDIRECT_TO_NOWHERE)
        : Opinion.shared(ours);
  }

  private static Stop stop(Hop hop) {
    return new Stop(hop.isHttps(), hop.host());
  }

  /// Where a redirect leads, if to the web.
  private static Optional<Stop> next(Hop from, String place) {
    return WebAddress.parse(from.url())
        .flatMap(base -> base.resolve(place))
        .filter(to -> to.scheme().equals("http") || to.scheme().equals("https"))
        .map(to -> new Stop(to.scheme().equals("https"), to.host()));
  }

  private static Outcome outcome(Look look, List<Stop> way) {
    if (way.stream().allMatch(stop -> look.preloaded().holds(stop.host()))) {
      return REDIRECT_PRELOADED;
    }
    if (way.size() == 1) {
      return REDIRECT_MISSING;
    }
    if (!way.getLast().isHttps()) {
      return REDIRECT_NOT_HTTPS;
    }
    var second = way.get(1);
    if (!second.isHttps()) {
      return REDIRECT_LATE;
    }
    return second.host().equals(way.getFirst().host()) ? REDIRECT_SOUND : REDIRECT_OFF_HOST;
  }
}
