package uk.nhs.estate.profile.observatory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.register.PreloadedNames;

/// Decides whether a site can be graded, and on which visit.
final class Grading {

  /// The look was not made, or not at the site.
  private static final Set<Kind> NOT_MADE =
      Set.of(Kind.SCAN_LEVEL, Kind.SCANNER_FAULT, Kind.FORBIDDEN_ADDRESS);

  /// A failure that says as much of our network as of the site.
  private static final Set<Kind> MAY_BE_OURS =
      Set.of(Kind.NO_ADDRESS, Kind.TIMED_OUT, Kind.CONNECTION_RESET, Kind.UNREACHABLE);

  private Grading() {}

  static Observatory of(HttpFacts http, boolean isTrusted, PreloadedNames preloaded) {
    var hidden = hidden(http);
    if (hidden.isPresent()) {
      return new Observatory.NotGraded(hidden.get());
    }
    var visit = graded(http);
    if (visit.isEmpty()) {
      return new Observatory.NotGraded(
          "over https " + words(http.secure()) + ", and over http " + words(http.plain()));
    }
    var look = Look.at(http, visit.get(), isTrusted, preloaded);
    int status = look.page().status();
    if (status < 200 || status >= 400 && status != 401 && status != 403) {
      return new Observatory.NotGraded("the page answers with HTTP status " + status);
    }
    return look.isPageMissing()
        ? new Observatory.NotGraded("the page itself was not received")
        : graded(look);
  }

  /// What is not known of the site because a look was not made or may have failed on its own
  /// account; where nobody answers, there is nothing to know.
  private static Optional<String> hidden(HttpFacts http) {
    if (http.secure().hops().isEmpty()
        && http.secure().end() instanceof Visit.Obstructed(var obstacle)
        && (NOT_MADE.contains(obstacle.kind()) || MAY_BE_OURS.contains(obstacle.kind()))) {
      return Optional.of("over https " + obstacle.words());
    }
    return http.plain().end() instanceof Visit.Obstructed(var obstacle)
            && http.plain().hops().isEmpty()
            && NOT_MADE.contains(obstacle.kind())
        ? Optional.of("over http " + obstacle.words())
        : Optional.empty();
  }

  /// The visit over https if it came to an end, else that over http.
  private static Optional<Visit> graded(HttpFacts http) {
    return List.of(http.secure(), http.plain()).stream().filter(Grading::ended).findFirst();
  }

  private static boolean ended(Visit visit) {
    return visit.end() instanceof Visit.Answered || visit.end() instanceof Visit.Endless;
  }

  private static String words(Visit visit) {
    return switch (visit.end()) {
      case Visit.NobodyListens _ -> "nobody answers";
      case Visit.Obstructed(var obstacle) when visit.hops().isEmpty() -> obstacle.words();
      case Visit.Obstructed(var obstacle) ->
          "a redirect leads to where the look ends: " + obstacle.words();
      case Visit.Answered _, Visit.Endless _ -> "there is an answer";
    };
  }

  private static Observatory.Graded graded(Look look) {
    var transport = TransportSecurity.of(look);
    var results =
        List.of(
            ContentSecurity.of(look).on(Question.CONTENT_SECURITY_POLICY),
            Cookies.of(look, transport).on(Question.COOKIES),
            EmbeddingOpinions.embedder(look).on(Question.EMBEDDER_POLICY),
            EmbeddingOpinions.opener(look).on(Question.OPENER_POLICY),
            ResourceSharing.of(look).on(Question.RESOURCE_SHARING),
            Redirection.of(look).on(Question.REDIRECTION),
            HeaderOpinions.referrerPolicy(look).on(Question.REFERRER_POLICY),
            transport.on(Question.TRANSPORT_SECURITY),
            ScriptIntegrity.of(look).on(Question.SUBRESOURCE_INTEGRITY),
            HeaderOpinions.contentTypeOptions(look).on(Question.CONTENT_TYPE_OPTIONS),
            Framing.of(look).on(Question.FRAME_OPTIONS),
            HeaderOpinions.resourcePolicy(look).on(Question.RESOURCE_POLICY));
    int score = Grade.score(results.stream().map(Result::outcome).toList());
    return new Observatory.Graded(score, Grade.of(score), results);
  }
}
