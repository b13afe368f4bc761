package uk.nhs.estate.check;

import java.util.ArrayList;
import java.util.List;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.Topic;

/// Puts every check to an observation, and never lets a check see a failed look.
public record Assessor(List<Check> checks) {

  public Assessor {
    checks = List.copyOf(checks);
  }

  /// The verdicts of all checks for this kind of target.
  public Assessment assess(Observation observation) {
    var judgements = new ArrayList<Judgement>();
    var broken = new ArrayList<Assessment.Broken>();
    for (var check : checks) {
      if (check.target() == observation.target().kind()) {
        judgements.add(new Judgement(check.rule(), judge(check, observation, broken)));
      }
    }
    return new Assessment(observation, judgements, broken);
  }

  private static Verdict judge(
      Check check, Observation observation, List<Assessment.Broken> broken) {
    for (var topic : Topic.values()) {
      if (check.needs().contains(topic)
          && observation.of(topic) instanceof Sighting.Unseen(_, var obstacle)) {
        return new Verdict.Unknown(obstacle);
      }
    }
    try {
      return check.judge(observation);
    } catch (RuntimeException e) {
      broken.add(new Assessment.Broken(check.rule(), e));
      return Verdict.Unknown.lasting("the check itself failed");
    }
  }
}
