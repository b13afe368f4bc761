package uk.nhs.estate.profile;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import uk.nhs.estate.check.Assessment;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.profile.observatory.Observatory;
import uk.nhs.estate.profile.observatory.Scorecard;
import uk.nhs.estate.register.PreloadedNames;

/// What the MDN HTTP Observatory would say of a site, given what the checks of its certificate
/// said.
public final class ObservatoryOf {
  private ObservatoryOf() {}

  /// @param preloaded names that browsers reach over HTTPS by themselves
  /// @return nothing where its HTTP was not seen
  public static Optional<Scorecard> site(Assessment assessment, PreloadedNames preloaded) {
    var verdicts = new HashMap<String, Verdict>();
    assessment.judgements().forEach(one -> verdicts.put(one.rule().id(), one.verdict()));
    return site(assessment.observation(), verdicts, preloaded);
  }

  /// @param verdicts what the checks said, by the id of their rule
  /// @param preloaded names that browsers reach over HTTPS by themselves
  /// @return nothing where its HTTP was not seen
  public static Optional<Scorecard> site(
      Observation seen, Map<String, Verdict> verdicts, PreloadedNames preloaded) {
    return seen.byTopic().get(Topic.HTTP) instanceof Sighting.Seen(_, HttpFacts http)
        ? Optional.of(Scorecard.of(of(http, seen, verdicts, preloaded)))
        : Optional.empty();
  }

  /// Where the certificate was hidden, two of the results cannot be told. A page that is nowhere
  /// yet is taken to have one that holds.
  private static Observatory of(
      HttpFacts http, Observation seen, Map<String, Verdict> verdicts, PreloadedNames preloaded) {
    if (seen.byTopic().get(Topic.TLS) instanceof Sighting.Unseen(_, var obstacle)) {
      return new Observatory.NotGraded(
          "whether its certificate holds could not be checked: " + obstacle.words());
    }
    boolean trusted = Trust.of(verdicts).distrust().findAny().isEmpty();
    return Observatory.of(http, trusted, preloaded);
  }
}
