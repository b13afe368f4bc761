package uk.nhs.estate.check;

import java.util.List;
import uk.nhs.estate.observation.Observation;

/// Every verdict on one observation.
///
/// @param judgements one for each check of this kind of target, in the order of the catalogue
/// @param broken the checks that threw: a fault of ours, to be logged
public record Assessment(Observation observation, List<Judgement> judgements, List<Broken> broken) {

  public Assessment {
    judgements = List.copyOf(judgements);
    broken = List.copyOf(broken);
  }

  /// Whether something could not be asked that another look soon may see.
  public boolean isWorthAnotherLook() {
    return judgements.stream()
        .map(Judgement::verdict)
        .anyMatch(
            verdict ->
                switch (verdict) {
                  case Verdict.Unknown(_, var mayPass) -> mayPass;
                  case Verdict.Fail(_, var hidden) -> !hidden.isEmpty();
                  case Verdict.Pass _, Verdict.NotApplicable _ -> false;
                });
  }

  /// A check that threw where it should have judged.
  public record Broken(Rule rule, RuntimeException cause) {}
}
