package uk.nhs.estate.store;

import java.util.SortedMap;
import uk.nhs.estate.register.intake.FileKind;

/// What came of a file: each of its rows counts once, as added, changed, unchanged or refused.
///
/// @param added rows that brought at least one new entry
/// @param changed rows that brought none, but gave one another value
/// @param unchanged rows that say what the register knows already, or nothing
/// @param newEntries how many entries were added, by table
/// @param changedEntries how many entries have another value, by table
/// @param reasons how many rows were refused, by reason
/// @param notes how many notes were made, by what was done
/// @param absent organisations of the file's types that are in the register only, and stay there
public record ImportTally(
    String file,
    FileKind kind,
    String sha256,
    long rows,
    long added,
    long changed,
    long unchanged,
    long refused,
    SortedMap<String, Long> newEntries,
    SortedMap<String, Long> changedEntries,
    SortedMap<String, Long> reasons,
    SortedMap<String, Long> notes,
    long absent) {}
