package uk.nhs.estate.profile.observatory;

import static uk.nhs.estate.profile.observatory.Outcome.CORS_NONE;
import static uk.nhs.estate.profile.observatory.Outcome.CORS_PUBLIC;
import static uk.nhs.estate.profile.observatory.Outcome.CORS_RESTRICTED;
import static uk.nhs.estate.profile.observatory.Outcome.CORS_UNIVERSAL;

import java.util.List;
import java.util.Optional;
import uk.nhs.estate.observation.CrossOrigin;
import uk.nhs.estate.observation.Hop;

/// Whether scripts of other sites can read what the site answers.
final class ResourceSharing {

  private ResourceSharing() {}

  static Opinion of(Look look) {
    var asked = look.http().crossOrigin();
    var theirs =
        asked.stream()
            .filter(one -> one.kind() == CrossOrigin.Kind.STRANGER && isPreflight(one))
            .findFirst()
            .flatMap(ResourceSharing::answer)
            .map(ResourceSharing::theirs)
            .orElse(CORS_NONE);
    var because = open(asked);
    if (because.isPresent()) {
      return new Opinion(theirs, CORS_UNIVERSAL, because.get());
    }
    return theirs == CORS_NONE
        ? new Opinion(theirs, onGet(look, asked), Deviation.CORS_ON_GET)
        : Opinion.shared(theirs);
  }

  private static boolean isPreflight(CrossOrigin one) {
    return one.method().equals("OPTIONS");
  }

  /// The answer, unless it is one to a preflight that says no (Fetch §4.9).
  private static Optional<Hop> answer(CrossOrigin one) {
    return one.visit().hops().isEmpty()
        ? Optional.empty()
        : Optional.of(one.visit().hops().getLast())
            .filter(hop -> !isPreflight(one) || hop.status() / 100 == 2);
  }

  private static String allowed(Hop hop) {
    return String.join(", ", hop.values("Access-Control-Allow-Origin")).strip();
  }

  private static Outcome theirs(Hop hop) {
    return switch (allowed(hop)) {
      case "" -> CORS_NONE;
      case "*" -> CORS_PUBLIC;
      default -> CORS_RESTRICTED;
    };
  }

  /// Why anybody is let in with the visitor's cookies, if anybody is.
  private static Optional<Deviation> open(List<CrossOrigin> asked) {
    return asked.stream().flatMap(one -> open(one).stream()).findFirst();
  }

  private static Optional<Deviation> open(CrossOrigin one) {
    return answer(one)
        .filter(
            hop ->
                hop.values("Access-Control-Allow-Credentials").equals(List.of("true"))
                    && one.kind() != CrossOrigin.Kind.SUBDOMAIN)
        .flatMap(
            hop ->
                allowed(hop).equals("null")
                    ? Optional.of(Deviation.CORS_NULL)
                    : Optional.of(Deviation.CORS_REFLECTED)
                        .filter(_ -> allowed(hop).equals(one.origin())));
  }

  /// What answers to a plain GET say, those to visitors among them.
  private static Outcome onGet(Look look, List<CrossOrigin> asked) {
    return asked.stream()
        .filter(one -> one.kind() == CrossOrigin.Kind.STRANGER && !isPreflight(one))
        .findFirst()
        .flatMap(ResourceSharing::answer)
        .map(ResourceSharing::theirs)
        .orElseGet(() -> theirs(look.page()));
  }
}
