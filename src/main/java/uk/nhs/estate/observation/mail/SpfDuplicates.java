package uk.nhs.estate.observation.mail;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import uk.nhs.estate.observation.mail.SpfTree.Entry;
import uk.nhs.estate.observation.mail.SpfTree.Node;
import uk.nhs.estate.observation.text.SpfTerm;

/// Finds terms that say again what was said before.
final class SpfDuplicates {
  private SpfDuplicates() {}

  static List<Entry> in(Node root) {
    return root.all().flatMap(SpfDuplicates::own).toList();
  }

  private static Stream<Entry> own(Node node) {
    var before = new HashSet<Object>();
    return node.entries().stream()
        .filter(entry -> entry.reach() == SpfTree.Reach.READ)
        .filter(entry -> !before.add(meaning(entry)) || isReadBefore(entry));
  }

  /// What it matches, whatever it says of it.
  private static Object meaning(Entry entry) {
    return switch (entry.term()) {
      case SpfTerm.Directive(var text, _, _, var mechanism) ->
          entry.networks().size() == 1 && mechanism.target() == null && !mechanism.asks()
              ? entry.networks().getFirst()
              : text.toLowerCase(Locale.ROOT).replaceFirst("^[+?~-]", "");
      case SpfTerm.Redirect _, SpfTerm.Explanation _, SpfTerm.Unknown _, SpfTerm.Malformed _ ->
          entry.term();
    };
  }

  private static boolean isReadBefore(Entry entry) {
    return entry.leadsTo().filter(to -> to.state() instanceof SpfTree.State.Repeated).isPresent();
  }
}
