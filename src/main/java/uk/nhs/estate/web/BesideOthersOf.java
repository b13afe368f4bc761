package uk.nhs.estate.web;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.profile.BesideOthers;
import uk.nhs.estate.profile.Hsts;
import uk.nhs.estate.profile.ObservatoryOf;
import uk.nhs.estate.profile.TlsProfile;
import uk.nhs.estate.profile.observatory.Scorecard;
import uk.nhs.estate.register.PreloadedNames;
import uk.nhs.estate.store.VerdictRow;

/// Holds what was last seen of a site's TLS and web against what others recommend.
final class BesideOthersOf {
  private BesideOthersOf() {}

  /// @param judged the last verdicts of all checks
  /// @return nothing where no more than one handshake was tried
  static Optional<BesideOthers> site(
      Observation seen, List<VerdictRow> judged, List<TlsProfile> profiles) {
    if (!(seen.byTopic().get(Topic.TLS) instanceof Sighting.Seen(_, TlsFacts tls))
        || tls.servers().stream().noneMatch(BesideOthersOf::isKnown)) {
      return Optional.empty();
    }
    return Optional.of(BesideOthers.of(tls, profiles, verdicts(judged), hsts(seen)));
  }

  /// What the Observatory would say.
  ///
  /// @param judged the last verdicts of all checks
  /// @return nothing where its HTTP was not seen at the last look
  static Optional<Scorecard> observatory(
      Observation seen, List<VerdictRow> judged, PreloadedNames preloaded) {
    return ObservatoryOf.site(seen, verdicts(judged), preloaded);
  }

  private static Map<String, Verdict> verdicts(List<VerdictRow> judged) {
    var verdicts = new HashMap<String, Verdict>();
    judged.forEach(row -> verdicts.put(row.rule(), verdict(row)));
    return verdicts;
  }

  private static boolean isKnown(TlsFacts.Server server) {
    return server instanceof TlsFacts.Met met && met.posture() != null;
  }

  private static Verdict verdict(VerdictRow row) {
    return switch (row.outcome()) {
      case "PASS" -> new Verdict.Pass();
      case "FAIL" -> new Verdict.Fail("", row.reason());
      case "NOT_APPLICABLE" -> new Verdict.NotApplicable(row.reason());
      default -> new Verdict.Unknown(row.reason());
    };
  }

  private static Hsts hsts(Observation seen) {
    if (!(seen.byTopic().get(Topic.HTTP) instanceof Sighting.Seen(_, HttpFacts http))
        || http.secure().hops().isEmpty()) {
      return new Hsts.Unknown();
    }
    return http.secure()
        .hops()
        .getFirst()
        .hsts()
        .<Hsts>map(its -> new Hsts.Asked(Duration.ofSeconds(its.maxAge())))
        .orElseGet(Hsts.Absent::new);
  }
}
