package uk.nhs.estate.check.mail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Asked;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.PointedAt;
import uk.nhs.estate.observation.mail.SpfTree;
import uk.nhs.estate.observation.mail.SpfTree.Entry;
import uk.nhs.estate.observation.mail.SpfTree.Everybody;
import uk.nhs.estate.observation.mail.SpfTree.Node;
import uk.nhs.estate.observation.mail.SpfTree.Reach;
import uk.nhs.estate.observation.mail.SpfTree.State;
import uk.nhs.estate.observation.text.SpfSelection;
import uk.nhs.estate.observation.text.SpfTerm;

/// What the checks of SPF have in common.
///
/// A fault that lies in another domain's record has for its subject the name by which the domain's
/// own record leads there: that is the term that the domain's owner can change, and when a record
/// on the way could not be asked, it is known which subjects are hidden.
final class Spf {

  /// Shows the record.
  static final String COMMAND = "dig {name} TXT +short | grep -i v=spf1";

  /// The tree that was grown last: all rules of SPF judge the same facts one after the other, and
  /// growing a tree costs more than all that they ask of it.
  private static final AtomicReference<@Nullable Grown> LAST = new AtomicReference<>();

  private Spf() {}

  private record Grown(MailFacts mail, SpfTree tree) {}

  private static SpfTree tree(MailFacts mail) {
    var last = LAST.get();
    if (last != null && last.mail() == mail) {
      return last.tree();
    }
    var tree = SpfTree.of(mail, mail.name());
    LAST.set(new Grown(mail, tree));
    return tree;
  }

  /// Judges the record of a domain that has exactly one, within the grammar, and all that it leads
  /// to.
  static Verdict ofTree(MailFacts mail, Function<SpfTree, Verdict> judge) {
    return Verdict.ofExistingName(
        mail.txt(),
        _ -> {
          var tree = tree(mail);
          return switch (tree.root().state()) {
            case State.Read _ -> judge.apply(tree);
            case State.Malformed _ ->
                new Verdict.NotApplicable("its SPF record breaks the grammar, and is void");
            case State.Several _ ->
                new Verdict.NotApplicable("it has several SPF records, which are void");
            case State.None _ -> new Verdict.NotApplicable("it has no SPF record");
            case State.Hidden(var obstacle) -> new Verdict.Unknown(obstacle);
            case State.Loop _, State.Repeated _, State.Unfollowed _ ->
                throw new IllegalStateException("Nothing was read before the root");
          };
        });
  }

  /// Judges what the record says of senders that nothing else matches.
  static Verdict ofEverybody(MailFacts mail, Function<Everybody, Verdict> judge) {
    return ofTree(
        mail,
        tree ->
            switch (tree.root().everybody()) {
              case Everybody.Told told -> judge.apply(told);
              case Everybody.Untold untold -> judge.apply(untold);
              case Everybody.Hidden(var why) -> new Verdict.Unknown(why);
              case Everybody.Broken(var why) -> new Verdict.NotApplicable(why);
            });
  }

  /// Which TXT records of the domain are SPF, and which only look like it.
  static SpfSelection selection(MailFacts mail) {
    return SpfSelection.of(mail.txt().data());
  }

  /// Judges each term that receivers get to by itself, in all records.
  ///
  /// @param wrong what is wrong with a term, if anything
  /// @param hidden whether a term may be wrong, but what it leads to could not be asked
  static Verdict ofTerms(
      SpfTree tree, Function<Entry, Optional<String>> wrong, Predicate<Entry> hidden) {
    var faults = new LinkedHashMap<String, List<String>>();
    var unseen = hiddenSubjects(tree);
    for (var entry : tree.entries()) {
      if (entry.reach() == Reach.READ && !entry.bySample()) {
        var evidence = wrong.apply(entry);
        if (evidence.isPresent()) {
          faults
              .computeIfAbsent(subject(entry), _ -> new ArrayList<>())
              .add(place(entry) + evidence.get());
        } else if (hidden.test(entry)) {
          unseen.add(subject(entry));
        }
      }
    }
    return verdict(faults, unseen);
  }

  /// Judges each record by itself that is the domain's own. Others see to what they write.
  ///
  /// @param wrong what is wrong with a record, if anything
  static Verdict ofOwnRecords(SpfTree tree, Function<Node, Optional<String>> wrong) {
    var domain = tree.root().domain();
    var faults = new LinkedHashMap<String, List<String>>();
    var unseen = new ArrayList<String>();
    for (var node : tree.nodes()) {
      if (isOwn(tree, node.domain()) && !node.bySample()) {
        var subject = node.domain().equals(domain) ? "" : node.domain();
        wrong.apply(node).ifPresent(evidence -> faults.put(subject, List.of(evidence)));
        if (node.state() instanceof State.Hidden) {
          unseen.add(subject);
        }
      }
    }
    return verdict(faults, unseen);
  }

  /// Judges each record by itself, whoever writes it.
  ///
  /// @param wrong what is wrong with a record, if anything
  /// @param hidden whether a term may make its record wrong, but could not be asked
  static Verdict ofRecords(
      SpfTree tree, Function<Node, Optional<String>> wrong, Predicate<Entry> hidden) {
    var faults = new LinkedHashMap<String, List<String>>();
    for (var node : tree.nodes()) {
      if (!node.bySample()) {
        wrong
            .apply(node)
            .ifPresent(
                evidence ->
                    faults
                        .computeIfAbsent(subject(node.path()), _ -> new ArrayList<>())
                        .add(way(node.path()) + ": " + evidence));
      }
    }
    var unseen = hiddenSubjects(tree);
    tree.entries().stream().filter(hidden).map(entry -> subject(entry.path())).forEach(unseen::add);
    return verdict(faults, unseen);
  }

  private static String subject(List<String> path) {
    return path.size() == 1 ? "" : path.get(1);
  }

  /// Whether a record is the domain's own: its SPF record, or one at a name below it.
  static boolean isOwn(SpfTree tree, String name) {
    return Asked.isIn(tree.root().domain(), name);
  }

  /// The terms that receivers never get to, for one reason.
  static List<Entry> never(SpfTree tree, Reach why) {
    return tree.entries().stream().filter(entry -> entry.reach() == why).toList();
  }

  /// Why a record that a term leads to makes receivers take SPF for broken; empty when it does not,
  /// and for a name that does not exist, which is another rule.
  static Optional<String> whyUnusable(Node node) {
    return switch (node.state()) {
      case State.None(_, var why, var missing) when missing == null -> Optional.of(why);
      case State.Several _ ->
          Optional.of(node.selection().records().size() + " SPF records, which are void");
      case State.Malformed(var terms) ->
          Optional.of(
              "its SPF record breaks the grammar: "
                  + terms.stream().map(SpfTerm::text).collect(Collectors.joining(" ")));
      case State.None _,
          State.Read _,
          State.Hidden _,
          State.Loop _,
          State.Repeated _,
          State.Unfollowed _ ->
          Optional.empty();
    };
  }

  /// The name that a term asks for, when it does not exist and no rule on dangling records says so.
  static Optional<PointedAt> missing(SpfTree tree, Entry entry) {
    return isForDangling(tree, entry) ? Optional.empty() : entry.missing();
  }

  /// Whether it could not be asked if the name exists.
  static boolean mayBeMissing(SpfTree tree, Entry entry) {
    return entry.outcome() instanceof SpfTree.Hidden && !isForDangling(tree, entry);
  }

  /// Whether rules on dangling records say what becomes of the name: they read the names in the
  /// domain's own record, but for macros.
  private static boolean isForDangling(SpfTree tree, Entry entry) {
    var written = entry.term().target();
    return entry.path().size() == 1
        && written != null
        && written.isPlain()
        && !tree.root().domain().equals(entry.target());
  }

  /// Judges each of the domain's own records by some of its terms.
  ///
  /// @param wrong those that are wrong, among others
  static Verdict ofOwnTerms(SpfTree tree, List<Entry> wrong) {
    return ofOwnRecords(
        tree,
        node ->
            Optional.of(
                    wrong.stream()
                        .filter(entry -> entry.path().equals(node.path()))
                        .map(entry -> entry.term().text())
                        .collect(Collectors.joining(" ")))
                .filter(terms -> !terms.isEmpty()));
  }

  private static Verdict verdict(LinkedHashMap<String, List<String>> faults, List<String> unseen) {
    var hidden = unseen.stream().distinct().filter(one -> !faults.containsKey(one)).toList();
    return Verdict.ofFaults(
        faults.entrySet().stream()
            .map(fault -> new Fault(fault.getKey(), String.join("; ", fault.getValue())))
            .toList(),
        hidden,
        "could not ask all of what SPF leads to: " + String.join(", ", hidden));
  }

  /// Passes when every record could be asked.
  static Verdict passUnlessHidden(SpfTree tree) {
    return verdict(new LinkedHashMap<>(), hiddenSubjects(tree));
  }

  /// The names by which the domain's own record leads to records that could not be asked, or that
  /// were too many to follow.
  private static List<String> hiddenSubjects(SpfTree tree) {
    return tree.nodes().stream()
        .filter(
            node ->
                node.state() instanceof State.Hidden || node.state() instanceof State.Unfollowed)
        .map(node -> node.path().get(1))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /// The tree with its counts, as text.
  static String lines(SpfTree tree) {
    return String.join("\n", tree.lines());
  }

  /// A way through records, as text.
  static String way(List<String> path) {
    return String.join(" → ", path);
  }

  private static String subject(Entry entry) {
    var target = entry.target();
    return entry.path().size() > 1
        ? entry.path().get(1)
        : target == null ? entry.term().text() : target;
  }

  private static String place(Entry entry) {
    var records = entry.path().subList(1, entry.path().size());
    return (records.isEmpty() ? "" : way(records) + ": ") + entry.term().text() + ": ";
  }
}
