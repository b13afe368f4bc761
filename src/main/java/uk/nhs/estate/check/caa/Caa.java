package uk.nhs.estate.check.caa;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.text.CaaProperty;

/// What the checks of CAA records have in common.
final class Caa {
  static final String COMMAND = "dig {name} CAA +short";

  private Caa() {}

  /// Judges a domain's own records; those of a name above are that name's to mend.
  static Verdict judge(DnsFacts dns, Function<List<CaaProperty>, Verdict> judge) {
    return Verdict.ofExistingName(
        dns.caa(),
        records ->
            records.isEmpty()
                ? new Verdict.NotApplicable("it has no CAA records of its own")
                : judge.apply(records.stream().map(CaaProperty::parse).toList()));
  }

  /// A fault for each record with something wrong.
  static Verdict judgeEach(
      DnsFacts dns, Predicate<CaaProperty> wrong, Function<CaaProperty, String> evidence) {
    return judge(
        dns,
        properties ->
            Verdict.ofFaults(
                properties.stream()
                    .filter(wrong)
                    .distinct()
                    .map(one -> new Fault(one.toString(), evidence.apply(one)))
                    .toList()));
  }
}
