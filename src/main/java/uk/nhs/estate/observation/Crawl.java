package uk.nhs.estate.observation;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A walk over some of a site's own pages besides the first.
///
/// @param pages a visit to each, in the order in which they were made
/// @param left pages that were known and not visited, as there were too many
/// @param ended what ended it early; none if it came to its end
public record Crawl(List<Visit> pages, int left, @Nullable Obstacle ended) {

  public Crawl {
    pages = List.copyOf(pages);
  }

  /// Without how many are left, which differs at every look at a site with news.
  Crawl steady(UnaryOperator<Visit> page) {
    return new Crawl(pages.stream().map(page).toList(), 0, ended);
  }
}
