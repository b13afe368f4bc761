package uk.nhs.estate.check;

/// A rule and what its check said.
public record Judgement(Rule rule, Verdict verdict) {}
