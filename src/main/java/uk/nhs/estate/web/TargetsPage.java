package uk.nhs.estate.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list of domains or of sites.
///
/// @param kind `DOMAIN` or `SITE`
/// @param first whether this is the first page of the list
/// @param next the address of the next page; none on the last
public record TargetsPage(
    String kind,
    TargetFilter filter,
    List<TargetLine> lines,
    boolean first,
    @Nullable String next) {

  public String path() {
    return Words.list(kind);
  }

  public String title() {
    return Words.kinds(kind);
  }
}
