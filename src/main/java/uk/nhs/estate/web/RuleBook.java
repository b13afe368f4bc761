package uk.nhs.estate.web;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.scan.Rules;

/// The words of the rules that count today.
@Singleton
public class RuleBook {
  private final Rules rules;

  RuleBook(Rules rules) {
    this.rules = rules;
  }

  /// The checks that count today.
  List<Check> checks() {
    return rules.checks(rules.policy());
  }

  /// What an open finding of a rule takes from 100 points.
  int cost(Rule rule) {
    return rules.policy().cost(rule.id(), rule.severity());
  }

  /// The version of the policy that counts today.
  String policy() {
    return rules.policy().version();
  }

  /// The rule of an id; none when it does not count any more.
  Optional<Rule> find(String id) {
    return checks().stream().map(Check::rule).filter(rule -> rule.id().equals(id)).findFirst();
  }

  /// The titles of the rules by id.
  Map<String, String> titles() {
    var titles = new LinkedHashMap<String, String>();
    checks().forEach(check -> titles.put(check.rule().id(), check.rule().title()));
    return titles;
  }

  /// The rule's title; its id when it does not count any more.
  String title(String id) {
    return find(id).map(Rule::title).orElse(id);
  }
}
