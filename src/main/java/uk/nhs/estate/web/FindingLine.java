package uk.nhs.estate.web;

import uk.nhs.estate.store.FindingRow;

/// A finding in a list.
///
/// @param title the title of its rule
public record FindingLine(FindingRow row, String title) {}
