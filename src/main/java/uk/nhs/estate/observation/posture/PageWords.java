package uk.nhs.estate.observation.posture;

import java.util.ArrayList;
import uk.nhs.estate.observation.page.Markup;

/// Says what the markup of a page says, in short.
final class PageWords {
  private PageWords() {}

  static Block of(Markup page) {
    var pairs = new ArrayList<Block.Pair>();
    pairs.add(new Block.Pair("Title", page.title().isEmpty() ? "None" : page.title()));
    pairs.add(new Block.Pair("Language", page.language().isEmpty() ? "Not said" : page.language()));
    pairs.add(new Block.Pair("Scripts", Integer.toString(page.scripts().size())));
    if (!page.whole()) {
      pairs.add(new Block.Pair("Read", "The beginning of it only"));
    }
    return new Block.Pairs("The page", pairs);
  }
}
