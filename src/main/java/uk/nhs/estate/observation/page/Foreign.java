package uk.nhs.estate.observation.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Knows whether a tag stands in SVG or MathML, where it means something else (HTML §13.2.6.5).
final class Foreign {

  /// Elements within elements, as browsers bound them.
  private static final int DEEPEST = 512;

  /// Elements of HTML that end what is foreign.
  private static final Set<String> BREAKING =
      Set.of(
          ("b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i"
               + " img li listing menu meta nobr ol p pre ruby s small span strong strike sub sup"
               + " table tt u ul var")
              .split(" ", -1));

  /// Elements in which HTML stands again.
  private static final Set<String> HTML_WITHIN =
      Set.of("foreignobject", "desc", "title", "mi", "mo", "mn", "ms", "mtext", "annotation-xml");

  private final List<String> open = new ArrayList<>();

  /// Whether what comes next is foreign.
  boolean isHere() {
    return !open.isEmpty() && !HTML_WITHIN.contains(open.getLast());
  }

  /// Takes note of a start tag, and says whether it is foreign itself.
  boolean starts(String name, Map<String, String> attributes, boolean closesItself) {
    boolean root = name.equals("svg") || name.equals("math");
    if (!root && !isHere()) {
      return false;
    }
    boolean font =
        name.equals("font")
            && (attributes.containsKey("color")
                || attributes.containsKey("face")
                || attributes.containsKey("size"));
    if (BREAKING.contains(name) || font) {
      while (isHere()) {
        open.removeLast();
      }
      return false;
    }
    if (!closesItself && open.size() < DEEPEST) {
      open.add(name);
    }
    return true;
  }

  /// Takes note of an end tag.
  void ends(String name) {
    int last = open.lastIndexOf(name);
    if (last >= 0) {
      open.subList(last, open.size()).clear();
    }
  }
}
