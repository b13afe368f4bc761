package uk.nhs.estate.observation.certificate;

import java.util.List;

/// Whether a chain of certificates holds.
public sealed interface ChainJudgement {

  /// It leads to a trusted root.
  ///
  /// @param path from the leaf to the root, both included
  /// @param lints what authorities should not have done on that way, though it does not matter here
  record Holds(List<Certificate> path, List<Flaw> lints) implements ChainJudgement {
    public Holds {
      path = List.copyOf(path);
      lints = List.copyOf(lints);
    }
  }

  /// It does not.
  ///
  /// @param path the way that came farthest, from the leaf to where it ended
  /// @param flaw where and why it ended
  record Broken(List<Certificate> path, Flaw flaw) implements ChainJudgement {
    public Broken {
      path = List.copyOf(path);
    }
  }

  /// It cannot be said: it would take too much, or asks for something that nobody knows here.
  record Unknowable(String why) implements ChainJudgement {}
}
