package uk.nhs.estate.profile.observatory;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Part;

/// Every `meta` and `script` of a page wherever it stands, which is what the Observatory counts.
record AllTags(List<Element> metas, List<Element> scripts) {

  private static final int DEEPEST = 512;

  /// Of each kind; a page that has more is made to tire its readers.
  private static final int MOST = 5_000;

  static AllTags read(@Nullable Part body) {
    if (body == null) {
      return new AllTags(List.of(), List.of());
    }
    var page = Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(body.text(), "");
    return new AllTags(every(page, "meta"), every(page, "script"));
  }

  private static List<Element> every(Document page, String name) {
    return page.getElementsByTag(name).stream().limit(MOST).toList();
  }

  /// Whether an element stands where browsers that run scripts do not look.
  static boolean isInert(Element element) {
    for (var around = element.parent(); around != null; around = around.parent()) {
      if (around.nameIs("template") || around.nameIs("noscript")) {
        return true;
      }
    }
    return false;
  }
}
