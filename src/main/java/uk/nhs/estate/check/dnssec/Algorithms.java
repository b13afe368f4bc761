package uk.nhs.estate.check.dnssec;

import java.util.LinkedHashMap;
import java.util.List;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.text.DnskeyData;

/// Judges with which algorithms a zone is signed.
final class Algorithms {
  private Algorithms() {}

  /// A fault for each algorithm of which the registry says so.
  static Verdict judge(List<DnskeyData> keys, Algorithm.Use bad) {
    var found = new LinkedHashMap<String, String>();
    for (var key : keys) {
      if (Algorithm.of(key.algorithm()).filter(known -> known.use() == bad).isPresent()) {
        found.merge(
            "algorithm " + Algorithm.label(key.algorithm()),
            Wording.of(key),
            (one, other) -> one + "; " + other);
      }
    }
    return Verdict.ofFaults(
        found.entrySet().stream().map(e -> new Fault(e.getKey(), e.getValue())).toList());
  }
}
