package uk.nhs.estate.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.store.CandidateRow;

/// A list of hosts that pages of ours lead to and that the register does not know.
///
/// @param name the part of the name that it is narrowed to
/// @param first whether this is the first page of the list
/// @param next the address of the next page; none on the last
public record CandidatesPage(
    @Nullable String name, List<CandidateRow> rows, boolean first, @Nullable String next) {}
