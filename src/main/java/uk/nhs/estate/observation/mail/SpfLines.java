package uk.nhs.estate.observation.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import uk.nhs.estate.observation.mail.SpfTree.Entry;
import uk.nhs.estate.observation.mail.SpfTree.Node;
import uk.nhs.estate.observation.mail.SpfTree.State;
import uk.nhs.estate.observation.text.IpNetwork;
import uk.nhs.estate.observation.text.SpfTerm;

/// Writes a tree of SPF records out for people: a line for each term, indented below the term that
/// leads to its record.
final class SpfLines {
  private static final int MOST_NETWORKS = 4;

  private final List<String> lines = new ArrayList<>();

  private SpfLines() {}

  static List<String> of(Node root) {
    var lines = new SpfLines();
    lines.lines.add(root.domain() + ": " + words(root));
    lines.terms(root);
    return List.copyOf(lines.lines);
  }

  private void terms(Node node) {
    var networks = new ArrayList<String>();
    for (var entry : node.entries()) {
      if (isNetwork(entry)) {
        networks.add(entry.term().text());
        continue;
      }
      networks(node, networks);
      entry(node, entry);
    }
    networks(node, networks);
  }

  private static boolean isNetwork(Entry entry) {
    return entry.reach() == SpfTree.Reach.READ
        && entry.outcome() instanceof SpfTree.Addresses
        && entry.count() == 0;
  }

  private void networks(Node node, List<String> networks) {
    if (!networks.isEmpty()) {
      lines.add(indent(node.depth() + 1) + few(networks));
      networks.clear();
    }
  }

  private void entry(Node node, Entry entry) {
    var count = entry.count() == 0 ? "" : " [" + count(entry) + "]";
    var words = words(entry);
    lines.add(
        indent(node.depth() + 1)
            + entry.term().text()
            + count
            + (words.isEmpty() ? "" : ": " + elsewhere(entry) + words));
    entry.leadsTo().ifPresent(this::terms);
  }

  /// The count when the term is met, before those below it.
  private static int count(Entry entry) {
    return entry.leadsTo().map(Node::before).orElse(entry.total());
  }

  /// The name that it asks for, when that is not written in it.
  private static String elsewhere(Entry entry) {
    var target = entry.target();
    return target == null || SpfNames.plain(entry.term().text()).contains(target)
        ? ""
        : target + " ";
  }

  private static String words(Entry entry) {
    if (entry.reach() != SpfTree.Reach.READ) {
      return entry.reach().words();
    }
    return switch (entry.outcome()) {
      case SpfTree.Plain _ ->
          entry.term() instanceof SpfTerm.Unknown ? "ignored, as SPF does not know it" : "";
      case SpfTree.Addresses(var networks) ->
          networks.isEmpty()
              ? "no address"
              : few(networks.stream().map(IpNetwork::toString).toList());
      case SpfTree.Void(var why, _) -> why;
      case SpfTree.TooManyExchanges(var exchanges) ->
          exchanges + " mail exchangers, more than " + SpfTree.MOST_EXCHANGES;
      case SpfTree.LeadsTo(var node) ->
          (entry.bySample() ? "(for a sample of a mail) " : "") + words(node);
      case SpfTree.Hidden(var obstacle) -> "could not ask: " + obstacle.words();
      case SpfTree.BySender _ -> "differs from sender to sender";
      case SpfTree.Unasked _ ->
          "not asked, as receivers stop after " + SpfTree.MOST_LOOKUPS + " look-ups";
    };
  }

  private static String words(Node node) {
    return switch (node.state()) {
      case State.Read _ -> "SPF record of " + octets(node) + counted(node);
      case State.Malformed(var terms) ->
          "void SPF record: "
              + terms.stream()
                  .map(term -> term.text() + " (" + term.why() + ")")
                  .collect(Collectors.joining(", "));
      case State.Several _ ->
          node.selection().records().size() + " SPF records, of which none counts";
      case State.None(_, var why, _) -> "no SPF record: " + why;
      case State.Hidden(var obstacle) -> "could not ask: " + obstacle.words();
      case State.Loop _ -> "leads back to itself";
      case State.Repeated _ -> "as above" + counted(node);
      case State.Unfollowed(var why) -> "not followed: " + why;
    };
  }

  private static String octets(Node node) {
    return node.published().map(one -> one.record().text().length() + " bytes").orElse("");
  }

  private static String counted(Node node) {
    return node.depth() == 0
        ? ", " + node.lookups() + " of " + SpfTree.MOST_LOOKUPS + " look-ups"
        : node.lookups() == 0
            ? ""
            : ", " + node.lookups() + (node.lookups() == 1 ? " look-up" : " look-ups");
  }

  private static String few(List<String> all) {
    var shown = String.join(" ", all.subList(0, Math.min(all.size(), MOST_NETWORKS)));
    return all.size() <= MOST_NETWORKS
        ? shown
        : shown + " … and " + (all.size() - MOST_NETWORKS) + " more";
  }

  private static String indent(int depth) {
    return "  ".repeat(depth);
  }
}
