package uk.nhs.estate.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.store.FindingChangeRow;
import uk.nhs.estate.store.FindingRow;

/// One finding with its history.
///
/// @param rule its rule; none when that does not count any more
public record FindingPage(
    FindingRow row, String title, @Nullable Rule rule, Age age, List<FindingChangeRow> changes) {}
