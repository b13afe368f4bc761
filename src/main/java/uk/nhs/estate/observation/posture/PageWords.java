package uk.nhs.estate.observation.posture;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import uk.nhs.estate.observation.page.Markup;

/// Says what the markup of a page says, in short.
final class PageWords {
  private static final int MOST = 20;

  private PageWords() {}

  /// @param host whose page it is
  static Block of(Markup page, String host) {
    var pairs = new ArrayList<Block.Pair>();
    pairs.add(new Block.Pair("Title", page.title().isEmpty() ? "None" : page.title()));
    pairs.add(new Block.Pair("Language", page.language().isEmpty() ? "Not said" : page.language()));
    pairs.add(new Block.Pair("Scripts", scripts(page)));
    add(pairs, "Other hosts it loads from", others(page, host));
    add(pairs, "Forms", page.forms().stream().map(form -> form(page, form)).toList());
    add(pairs, "Says it was made by", page.generators());
    if (!page.isComplete()) {
      pairs.add(new Block.Pair("Read", "The beginning of it, or not all that stands there"));
    }
    return new Block.Pairs("The page", pairs);
  }

  private static void add(List<Block.Pair> pairs, String name, List<String> values) {
    if (values.size() > MOST) {
      var cut = new ArrayList<>(values.subList(0, MOST));
      cut.add("… and " + (values.size() - MOST) + " more");
      pairs.add(new Block.Pair(name, cut));
    } else if (!values.isEmpty()) {
      pairs.add(new Block.Pair(name, values));
    }
  }

  private static String scripts(Markup page) {
    long inPage = page.scripts().stream().filter(script -> script.src() == null).count();
    return "%d loaded, %d in the page, %d run at events"
        .formatted(page.scripts().size() - inPage, inPage, page.handlers());
  }

  /// In the order of the alphabet.
  private static List<String> others(Markup page, String host) {
    var hosts = new TreeSet<String>();
    Stream.concat(
            page.scripts().stream().flatMap(script -> Stream.ofNullable(script.src())),
            page.resources().stream().map(Markup.Resource::address))
        .flatMap(address -> page.resolve(address).stream())
        .filter(address -> address.isOfTheWeb() && !address.host().equals(host))
        .forEach(address -> hosts.add(address.host()));
    return List.copyOf(hosts);
  }

  private static String form(Markup page, Markup.Form form) {
    var to = page.resolve(form.action()).map(Object::toString).orElse(form.action());
    return form.method() + " to " + to + (form.password() ? ", asks for a password" : "");
  }
}
