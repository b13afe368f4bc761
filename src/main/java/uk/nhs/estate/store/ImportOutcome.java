package uk.nhs.estate.store;

import uk.nhs.estate.register.Refusal;

/// What became of a file as a whole.
public sealed interface ImportOutcome {

  /// The file.
  ImportFile file();

  /// It was taken, as far as its rows were.
  record Taken(ImportFile file, ImportTally tally) implements ImportOutcome {}

  /// Nothing of it was taken.
  record Refused(ImportFile file, Refusal refusal) implements ImportOutcome {}
}
