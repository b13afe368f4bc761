package uk.nhs.estate.profile.observatory;

import java.util.List;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.register.PreloadedNames;

/// What the MDN HTTP Observatory 1.6.3 would give a site, except where it reads a standard
/// otherwise than browsers do.
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
    return Grading.of(http, isTrusted, preloaded);
  }
}
