package uk.nhs.estate.practice;

/// What is wrong with the two name servers of a pretend domain.
sealed interface ServersFault {

  record None() implements ServersFault {}

  /// Both misbehave, and so does a resolver that has to ask them.
  record Both(Misbehaviour how) implements ServersFault {}

  /// Only the second misbehaves: who asks a resolver notices nothing.
  record Second(Misbehaviour how) implements ServersFault {}

  /// The second knows nothing of the domain, and refuses.
  record SecondIsLame() implements ServersFault {}

  /// `test` still names an old second server, the zone itself a new one.
  record ParentNamesAnOldOne() implements ServersFault {}

  /// Whether the domain needs servers that no other domain is on.
  default boolean isTheirOwn() {
    return this instanceof Both || this instanceof Second;
  }
}
