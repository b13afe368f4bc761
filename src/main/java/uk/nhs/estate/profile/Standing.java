package uk.nhs.estate.profile;

/// How a site stands beside a profile.
public sealed interface Standing {

  /// It keeps to every rule of it.
  record Met() implements Standing {}

  /// It breaks one.
  ///
  /// @param rule the first that it breaks, such as `cipher suites`
  /// @param evidence what was seen, and where
  record Failed(String rule, String evidence) implements Standing {}

  /// Nothing that was seen breaks it, and not all was seen.
  record CannotSay(String reason) implements Standing {}
}
