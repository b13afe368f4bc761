package uk.nhs.estate.profile.observatory;

import java.util.List;
import java.util.Optional;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.register.PreloadedNames;

/// What the MDN HTTP Observatory 1.6.3 would give a site, except where it reads a standard otherwise
/// than browsers do.
public sealed interface Observatory {

  /// The version of the Observatory that is gone by.
  String VERSION = "1.6.3";

  /// A site that can be graded.
  ///
  /// @param score 100 and what the results take off or add, never below 0
  /// @param grade `A+` to `F`
  /// @param results of the twelve tests, in their order there
  record Graded(int score, String grade, List<Result> results) implements Observatory {
    public Graded {
      results = List.copyOf(results);
    }

    /// How many of the tests are passed.
    public int passed() {
      return (int) results.stream().filter(result -> result.outcome().isPass()).count();
    }

    /// The results in which the Observatory says something else.
    public List<Result> deviations() {
      return results.stream().filter(result -> result.difference() != null).toList();
    }

    /// The result of one test.
    public Outcome outcome(Question question) {
      return results.get(question.ordinal()).outcome();
    }
  }

  /// A site that cannot.
  ///
  /// @param reason why, without a full stop
  record NotGraded(String reason) implements Observatory {}

  /// @param isTrusted whether browsers trust the certificate that the site shows for its host
  /// @param preloaded names that browsers reach over https by themselves
  static Observatory of(HttpFacts http, boolean isTrusted, PreloadedNames preloaded) {
    var visit = graded(http);
    if (visit.isEmpty()) {
      return new NotGraded(nothing(http));
    }
    var look = Look.at(http, visit.get(), isTrusted, preloaded);
    int status = look.page().status();
    if (status < 200 || status >= 400 && status != 401 && status != 403) {
      return new NotGraded("the page answers with HTTP status " + status);
    }
    return graded(look);
  }

  /// The visit over https if it came to an end, else that over http.
  private static Optional<Visit> graded(HttpFacts http) {
    return List.of(http.secure(), http.plain()).stream().filter(Observatory::ended).findFirst();
  }

  private static boolean ended(Visit visit) {
    return visit.end() instanceof Visit.Answered || visit.end() instanceof Visit.Endless;
  }

  private static String nothing(HttpFacts http) {
    return "over https " + words(http.secure()) + ", and over http " + words(http.plain());
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

  private static Graded graded(Look look) {
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
    return new Graded(score, Grade.of(score), results);
  }
}
