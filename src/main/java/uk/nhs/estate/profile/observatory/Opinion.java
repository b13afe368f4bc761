package uk.nhs.estate.profile.observatory;

import org.jspecify.annotations.Nullable;

/// What the Observatory says and what we say.
///
/// @param because why they differ; of no meaning if they do not
record Opinion(Outcome theirs, Outcome ours, @Nullable Deviation because) {

  static Opinion shared(Outcome outcome) {
    return new Opinion(outcome, outcome, null);
  }

  Result on(Question question) {
    return theirs == ours || because == null
        ? new Result(question, theirs, null)
        : new Result(question, ours, new Result.Difference(theirs, because));
  }
}
