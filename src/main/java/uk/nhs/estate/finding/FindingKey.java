package uk.nhs.estate.finding;

import uk.nhs.estate.register.Target;

/// What makes a finding the same from scan to scan: never its evidence.
///
/// @param rule the rule's id
/// @param subject as in [uk.nhs.estate.check.Fault#subject]
public record FindingKey(Target target, String rule, String subject) {}
