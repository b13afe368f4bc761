package uk.nhs.estate.check;

import java.util.List;
import java.util.function.Function;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.HttpFacts.Page;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Obstacle;

/// What a check says of what was seen.
public sealed interface Verdict {

  /// Seen, and in order: resolves findings.
  record Pass() implements Verdict {}

  /// Seen, and wrong: opens findings.
  ///
  /// @param faults everything wrong that was seen, at least one
  /// @param hidden subjects that could not be seen this time: their findings stay as they are
  record Fail(List<Fault> faults, List<String> hidden) implements Verdict {
    public Fail {
      faults = List.copyOf(faults);
      hidden = List.copyOf(hidden);
      if (faults.isEmpty()) {
        throw new IllegalArgumentException("A failure has a fault");
      }
    }

    public Fail(List<Fault> faults) {
      this(faults, List.of());
    }

    /// One fault.
    public Fail(String subject, String evidence) {
      this(List.of(new Fault(subject, evidence)));
    }
  }

  /// Seen, and the rule has nothing to say here: withdraws findings.
  record NotApplicable(String reason) implements Verdict {}

  /// Not seen: changes nothing.
  record Unknown(String reason) implements Verdict {
    public Unknown(Obstacle obstacle) {
      this(obstacle.words());
    }
  }

  /// A pass, or one fault of the target itself.
  static Verdict passIf(boolean sound, String evidence) {
    return sound ? new Pass() : new Fail("", evidence);
  }

  /// A pass, or one fault.
  static Verdict passIf(boolean sound, String subject, String evidence) {
    return sound ? new Pass() : new Fail(subject, evidence);
  }

  /// A pass when there are no faults.
  static Verdict ofFaults(List<Fault> faults) {
    return faults.isEmpty() ? new Pass() : new Fail(faults);
  }

  /// Judges the records of a look-up. Not asked is unknown; proved absent is given as no records.
  static Verdict ofLookup(Lookup lookup, Function<List<String>, Verdict> judge) {
    return lookup.answer() instanceof Lookup.Unasked(var obstacle)
        ? new Unknown(obstacle)
        : judge.apply(lookup.data());
  }

  /// Judges a site's own page when there is one.
  static Verdict ofPage(HttpFacts http, Function<Page.Shown, Verdict> judge) {
    return switch (http.page()) {
      case Page.Shown shown -> judge.apply(shown);
      case Page.NotServed(var reason) -> new NotApplicable(reason);
      case Page.Hidden(var obstacle) -> new Unknown(obstacle);
    };
  }
}
