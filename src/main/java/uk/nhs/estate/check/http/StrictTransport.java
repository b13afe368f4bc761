package uk.nhs.estate.check.http;

import java.util.function.Function;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.text.Hsts;

/// What the checks of HSTS have in common.
final class StrictTransport {
  static final String FIELD = "Strict-Transport-Security";

  private StrictTransport() {}

  /// Judges the policy of a site that has one in force.
  static Verdict judge(Hop first, Function<Hsts, Verdict> judge) {
    var hsts = first.hsts().filter(policy -> policy.maxAge() > 0);
    if (hsts.isPresent()) {
      return judge.apply(hsts.get());
    }
    return first.mayHideThePage()
        ? new Verdict.Unknown(Redirects.blocked(first))
        : new Verdict.NotApplicable("it does not send HSTS");
  }

  /// Why an answer sets no policy in force.
  static String whatIsWrong(Hop hop) {
    var fields = hop.values(FIELD);
    if (fields.isEmpty()) {
      return "no Strict-Transport-Security header";
    }
    return (hop.hsts().isPresent() ? "switched off: " : "not valid: ") + fields.getFirst();
  }
}
