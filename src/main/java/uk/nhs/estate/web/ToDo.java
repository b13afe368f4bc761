package uk.nhs.estate.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import uk.nhs.estate.check.Severity;
import uk.nhs.estate.score.Score;
import uk.nhs.estate.store.FindingRow;
import uk.nhs.estate.store.StandingRow;

/// What there is to do about a target.
@Singleton
class ToDo {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int GAINS = 3;
  private static final int SUBJECTS = 20;

  private final RuleBook rules;

  ToDo(RuleBook rules) {
    this.rules = rules;
  }

  /// What would raise the score most. Points below zero are lost already: mending a rule gives back
  /// only what shows.
  List<TargetPage.Gain> gains(StandingRow standing) {
    var ledger = ledger(standing);
    int sum = ledger.stream().mapToInt(Score.Cost::points).sum();
    int now = Math.max(0, 100 - sum);
    return ledger.stream()
        .map(
            cost ->
                new TargetPage.Gain(
                    cost.rule(),
                    rules.title(cost.rule()),
                    Math.max(0, 100 - sum + cost.points()) - now))
        .filter(gain -> gain.points() > 0)
        .limit(GAINS)
        .toList();
  }

  private static List<Score.Cost> ledger(StandingRow standing) {
    try {
      return JSON.readValue(standing.ledger(), new TypeReference<List<Score.Cost>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A kept ledger can always be read", e);
    }
  }

  /// What is wrong, by rule, the worst first.
  List<TargetPage.Problem> problems(List<FindingRow> all) {
    var byRule = new LinkedHashMap<String, List<FindingRow>>();
    all.stream()
        .filter(row -> row.status().equals("OPEN"))
        .forEach(row -> byRule.computeIfAbsent(row.rule(), _ -> new ArrayList<>()).add(row));
    return byRule.entrySet().stream()
        .map(entry -> problem(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparing((TargetPage.Problem p) -> Severity.valueOf(p.severity()))
                .thenComparing(TargetPage.Problem::id))
        .toList();
  }

  private TargetPage.Problem problem(String id, List<FindingRow> rows) {
    return new TargetPage.Problem(
        id,
        rules.title(id),
        rows.getFirst().severity(),
        rules.find(id).orElse(null),
        rows.subList(0, Math.min(rows.size(), SUBJECTS)),
        rows.size());
  }
}
