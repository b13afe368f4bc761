package uk.nhs.estate.api;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import uk.nhs.estate.check.Severity;
import uk.nhs.estate.policy.Policy;
import uk.nhs.estate.register.Target.Kind;

/// A check that counts today, with its words.
///
/// @param kind what it judges
/// @param seenTwice whether a fault counts only when a second look has seen it too
/// @param cost what an open finding takes from the 100 points
/// @param policy the version of the policy that says so
/// @param why what the fault leads to
/// @param fix what to do about it
/// @param command shows the same with public tools; `{name}` stands for the target
@Serdeable
record Check(
    String id,
    String topic,
    Kind kind,
    Severity severity,
    boolean seenTwice,
    int cost,
    String policy,
    String title,
    String why,
    String fix,
    String command,
    List<Source> standards,
    Map<String, String> links) {

  /// Where a check comes from.
  @Serdeable
  @Schema(name = "Standard")
  record Source(String title, String link) {}

  static Check of(uk.nhs.estate.check.Check check, Policy policy) {
    var rule = check.rule();
    return new Check(
        rule.id(),
        rule.topic(),
        check.target(),
        rule.severity(),
        rule.mustBeSeenTwice(),
        policy.cost(rule.id(), rule.severity()),
        policy.version(),
        rule.title(),
        rule.why(),
        rule.fix(),
        rule.command(),
        rule.standards().stream().map(from -> new Source(from.title(), from.link())).toList(),
        Links.named(
            "self", Links.V1 + "/checks/" + rule.id(),
            "findings", Links.V1 + "/findings?rule=" + rule.id()));
  }
}
