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
    Filter filter,
    List<FindingLine> lines,
    Map<String, String> rules,
    boolean first,
    @Nullable String next) {

  /// What the list is narrowed to.
  ///
  /// @param status a finding's status; `ALL` for every one
  /// @param name a target's name
  /// @param organisation an ODS code
  public record Filter(
      String status,
      @Nullable String severity,
      @Nullable String rule,
      @Nullable String name,
      @Nullable String organisation) {}
}
