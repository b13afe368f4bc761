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
  private static final String TRUST = "tls.certificate-untrusted";

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
    boolean wasLookedAt = seen.byTopic().containsKey(Topic.TLS);
    return seen.byTopic().get(Topic.HTTP) instanceof Sighting.Seen(_, HttpFacts http)
        ? Optional.of(Scorecard.of(of(http, wasLookedAt, verdicts, preloaded)))
        : Optional.empty();
  }

  /// Where it could not be told whether the certificate holds, two of its results cannot either. A
  /// page that is nowhere yet is taken to have a certificate that does.
  private static Observatory of(
      HttpFacts http,
      boolean wasLookedAt,
      Map<String, Verdict> verdicts,
      PreloadedNames preloaded) {
    boolean trusted = Trust.of(verdicts).distrust().findAny().isEmpty();
    return trusted && wasLookedAt && verdicts.get(TRUST) instanceof Verdict.Unknown(var reason, _)
        ? new Observatory.NotGraded("whether its certificate holds could not be checked: " + reason)
        : Observatory.of(http, trusted, preloaded);
  }
}
