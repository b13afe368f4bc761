package uk.nhs.estate.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;

/// How a site's TLS stands beside what others recommend, and the letter that others would give, for
/// a terminal and for a page.
public record BesideOthers(TlsGrade grade, List<Profiles.Line> profiles) {

  public BesideOthers {
    profiles = List.copyOf(profiles);
  }

  /// @param verdicts what the checks of certificates said, by the id of their rule
  public static BesideOthers of(
      TlsFacts tls, List<TlsProfile> profiles, Map<String, Verdict> verdicts, Hsts hsts) {
    return new BesideOthers(TlsGrade.of(tls, verdicts, hsts), Profiles.of(tls, profiles));
  }

  /// The letter alone, or that it cannot be said.
  public String letter() {
    return switch (grade) {
      case TlsGrade.Graded graded -> graded.letter().words();
      case TlsGrade.CannotSay cannot -> "Cannot say: " + cannot.atBest().words() + " at best";
    };
  }

  /// Why it is that letter, one reason after the other.
  public List<String> reasons() {
    return switch (grade) {
      case TlsGrade.CannotSay(_, var hidden) ->
          hidden.stream().map(what -> "Not seen: " + what).toList();
      case TlsGrade.Graded(var at, var letter, var ifTrusted, var scores, var caps, var notes) -> {
        var reasons = new ArrayList<String>();
        reasons.add(
            "At %s: protocol %d, key exchange %d, cipher %d, together %d of 100"
                .formatted(
                    at, scores.protocol(), scores.keyExchange(), scores.cipher(), scores.total()));
        caps.forEach(
            cap ->
                reasons.add(
                    "No better than %s: %s (rating guide %s)"
                        .formatted(cap.letter().words(), cap.reason(), cap.clause())));
        if (letter != ifTrusted) {
          reasons.add(ifTrusted.words() + " if its certificate were in order");
        }
        reasons.addAll(notes);
        yield reasons;
      }
    };
  }

  /// What a profile is called, with its edition and date.
  public static String name(TlsProfile profile) {
    return (profile.edition().isEmpty() ? profile.name() : profile.name() + " " + profile.edition())
        + " ("
        + profile.date()
        + ")";
  }

  /// Met, the first rule that is broken, or that it cannot be said.
  public static String words(Standing standing) {
    return switch (standing) {
      case Standing.Met _ -> "Met";
      case Standing.Failed(var rule, var evidence) -> "Not met, " + rule + ": " + evidence;
      case Standing.CannotSay(var reason) -> "Cannot say: " + reason;
    };
  }
}
