package uk.nhs.estate.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A list of findings.
///
/// @param rules the rules to choose from: their titles by id
/// @param first whether this is the first page of the list
/// @param next the address of the next page; none on the last
public record FindingsPage(
    FindingFilter filter,
    List<FindingLine> lines,
    Map<String, String> rules,
    boolean first,
    @Nullable String next) {}
