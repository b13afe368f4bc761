package uk.nhs.estate.observation.mail;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.InternalNetwork;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Lookups;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.PointedAt;
import uk.nhs.estate.observation.text.IpNetwork;
import uk.nhs.estate.observation.text.SpfMechanism;
import uk.nhs.estate.observation.text.SpfRecord.Qualifier;
import uk.nhs.estate.observation.text.SpfSelection;
import uk.nhs.estate.observation.text.SpfSelection.Published;
import uk.nhs.estate.observation.text.SpfTerm;

/// A domain's SPF record with all records that it leads to, whoever sends (RFC 7208).
///
/// It counts what a receiver counts when nothing matches before the end, which is the most that any
/// sender costs. Macros that differ from mail to mail are expanded for one sample, a mail of
/// `postmaster` at the domain from 192.0.2.1 (RFC 5737): what depends on it says so
/// ([Entry#bySample]). Only records are looked up for the sample, no addresses.
///
/// Each domain is read once, however often it is reached. At most [#MOST_TERMS] terms that ask the
/// DNS are followed, and addresses only of those that a receiver gets to.
public record SpfTree(Node root) {

  /// The terms that may ask the DNS in one evaluation (RFC 7208 §4.6.4).
  public static final int MOST_LOOKUPS = 10;

  /// The terms that may lead to nothing in one evaluation (RFC 7208 §4.6.4).
  public static final int MOST_VOIDS = 2;

  /// The mail exchangers that one `mx` may have (RFC 7208 §4.6.4).
  public static final int MOST_EXCHANGES = 10;

  /// The terms that ask the DNS that are followed for the sake of the evidence.
  static final int MOST_TERMS = 40;

  /// How deep records are followed into one another.
  static final int DEEPEST = 20;

  /// Grows the tree of a domain, asking as it goes.
  public static SpfTree of(Lookups lookups, String domain) {
    return new SpfTree(new SpfGrowth(lookups, domain).root());
  }

  /// One domain's record in the tree.
  ///
  /// @param path the domains from the root down to this one, which is the last
  /// @param by the term that led here, as written; none at the root
  /// @param bySample whether it was reached by a macro that differs from mail to mail
  /// @param txt what was asked; none when nothing was
  /// @param selection what the TXT records are; empty when there are none
  /// @param entries its terms in order; none unless there is one record
  /// @param before how many terms had been counted before its first one
  /// @param lookups how many are counted in it and below it
  /// @param everybody what it says of senders that nothing else matches
  public record Node(
      List<String> path,
      @Nullable String by,
      boolean bySample,
      State state,
      @Nullable Lookup txt,
      SpfSelection selection,
      List<Entry> entries,
      int before,
      int lookups,
      Everybody everybody) {

    public Node {
      path = List.copyOf(path);
      entries = List.copyOf(entries);
    }

    /// The domain whose record it is.
    public String domain() {
      return path.getLast();
    }

    /// How far it is from the root, whose depth is 0.
    public int depth() {
      return path.size() - 1;
    }

    /// The one record, also when it breaks the grammar.
    public Optional<Published> published() {
      return selection.records().size() == 1
          ? Optional.of(selection.records().getFirst())
          : Optional.empty();
    }

    /// This node and all below it, each before those that it leads to.
    public Stream<Node> all() {
      return Stream.concat(
          Stream.of(this),
          entries.stream().flatMap(entry -> entry.leadsTo().stream().flatMap(Node::all)));
    }
  }

  /// What became of a domain's record.
  public sealed interface State {
    /// One record within the grammar.
    record Read() implements State {}

    /// One record that breaks the grammar, so that all of it is void (§4.6).
    record Malformed(List<SpfTerm.Malformed> terms) implements State {}

    /// Several records, so that all are void (§4.5).
    record Several() implements State {}

    /// No record (§4.5).
    ///
    /// @param isVoid whether there is no TXT record at all, so that it counts as a void look-up
    /// @param target the name, with what became of it, when it does not exist
    record None(boolean isVoid, String why, @Nullable PointedAt target) implements State {}

    /// It could not be asked.
    record Hidden(Obstacle obstacle) implements State {}

    /// It leads back to itself: a receiver goes round until it has counted too many terms.
    record Loop() implements State {}

    /// It was read before in this tree; its terms are counted again, but not shown again.
    record Repeated() implements State {}

    /// We did not go on.
    record Unfollowed(String why) implements State {}
  }

  /// What a record says of senders that nothing else matches.
  public sealed interface Everybody {
    /// `all`, or what comes to the same.
    ///
    /// @param path the domains down to the record that says so
    /// @param term as written there
    record Told(Qualifier qualifier, List<String> path, String term) implements Everybody {}

    /// Neither `all` nor `redirect`: the same as `?all` (§4.7).
    record Untold() implements Everybody {}

    /// A part that decides it could not be asked, or depends on the sender.
    record Hidden(String why) implements Everybody {}

    /// There is no record, or none that counts, here or where `redirect` leads.
    record Broken(String why) implements Everybody {}
  }

  /// Whether a receiver ever gets to a term.
  public enum Reach {
    /// It may.
    READ("read"),
    /// It stands after `all` (§5.1).
    AFTER_ALL("never read: it stands after all"),
    /// A redirect in a record that has an `all`, wherever (§6.1).
    BESIDE_ALL("ignored: the record has an all"),
    /// It stands after an `include` that matches everybody.
    AFTER_OPEN_INCLUDE("never read: an include before it matches everybody"),
    /// The record is void.
    VOID_RECORD("never read: the record breaks the grammar");

    private final String words;

    Reach(String words) {
      this.words = words;
    }

    /// What people read.
    public String words() {
      return words;
    }
  }

  /// One term of one record in the tree.
  ///
  /// @param path the domains from the root down to that whose record it is in
  /// @param isAllowing whether a sender that it matches passes at the root
  /// @param target the name that it asks for, macros expanded; none when it asks for none
  /// @param bySample whether that name differs from mail to mail
  /// @param count 1 for a term that may ask the DNS, else 0
  /// @param total how many terms are counted up to here, those below it among them
  /// @param asked everything that was asked for it, but for what its node asked
  public record Entry(
      List<String> path,
      SpfTerm term,
      Reach reach,
      boolean isAllowing,
      @Nullable String target,
      boolean bySample,
      int count,
      int total,
      List<Lookup> asked,
      Outcome outcome) {

    public Entry {
      path = List.copyOf(path);
      asked = List.copyOf(asked);
    }

    /// The domain whose record it is in.
    public String domain() {
      return path.getLast();
    }

    /// The record that it leads to.
    public Optional<Node> leadsTo() {
      return outcome instanceof LeadsTo(var node) ? Optional.of(node) : Optional.empty();
    }

    /// The networks that it matches.
    public List<IpNetwork> networks() {
      return outcome instanceof Addresses(var networks) ? networks : List.of();
    }

    /// Whether what it asks for was proved not to be there, whoever sends.
    public boolean isVoid() {
      return !bySample
          && (outcome instanceof Void
              || outcome instanceof LeadsTo(var node)
                  && node.state() instanceof State.None(var isVoid, _, _)
                  && isVoid);
    }

    /// The name that it asks for with what became of it, when that was proved not to exist.
    public Optional<PointedAt> missing() {
      return switch (outcome) {
        case Void(_, var missing) -> Optional.ofNullable(missing);
        case LeadsTo(var node) ->
            node.state() instanceof State.None(_, _, var missing)
                ? Optional.ofNullable(missing)
                : Optional.empty();
        case Plain _, Addresses _, TooManyExchanges _, Hidden _, BySender _, Unasked _ ->
            Optional.empty();
      };
    }
  }

  /// What a term came to.
  public sealed interface Outcome {}

  /// It asks for nothing.
  public record Plain() implements Outcome {}

  /// It matches the addresses of these networks.
  public record Addresses(List<IpNetwork> networks) implements Outcome {
    public Addresses {
      networks = List.copyOf(networks);
    }
  }

  /// What it asks for was proved not to be there: a void look-up (§4.6.4).
  ///
  /// @param missing the name, when it does not exist
  public record Void(String why, @Nullable PointedAt missing) implements Outcome {}

  /// It has more mail exchangers than receivers look at (§4.6.4).
  public record TooManyExchanges(int exchanges) implements Outcome {}

  /// It leads to another record.
  public record LeadsTo(Node node) implements Outcome {}

  /// It could not be asked.
  public record Hidden(Obstacle obstacle) implements Outcome {}

  /// It differs from sender to sender: nobody asked.
  public record BySender() implements Outcome {}

  /// Nobody asked, because a receiver does not get here.
  public record Unasked() implements Outcome {}

  /// All records, each before those that it leads to.
  public List<Node> nodes() {
    return root.all().toList();
  }

  /// All terms of all records, in the order of evaluation.
  public List<Entry> entries() {
    return entries(root).toList();
  }

  private static Stream<Entry> entries(Node node) {
    return node.entries().stream()
        .flatMap(
            entry ->
                Stream.concat(
                    Stream.of(entry), entry.leadsTo().stream().flatMap(SpfTree::entries)));
  }

  private Stream<Entry> read() {
    return entries(root).filter(entry -> entry.reach() == Reach.READ);
  }

  /// How many terms that may ask the DNS a receiver counts at most (§4.6.4).
  public int lookups() {
    return root.lookups();
  }

  /// The terms that lead to nothing, whoever sends (§4.6.4).
  public List<Entry> voids() {
    return read().filter(Entry::isVoid).toList();
  }

  /// What could not be asked, in words; what is said of the tree may be wrong by it.
  public List<String> hidden() {
    return Stream.concat(
            root.all()
                .flatMap(
                    node ->
                        node.state() instanceof State.Hidden(var obstacle)
                            ? Stream.of(node.domain() + " TXT: " + obstacle.words())
                            : Stream.empty()),
            read()
                .flatMap(entry -> entry.asked().stream())
                .flatMap(
                    lookup ->
                        lookup.answer() instanceof Lookup.Unasked(var obstacle)
                            ? Stream.of(
                                lookup.name() + " " + lookup.type() + ": " + obstacle.words())
                            : Stream.empty()))
        .distinct()
        .toList();
  }

  /// The terms that use `ptr` (§5.5).
  public List<Entry> ptrs() {
    return read()
        .filter(entry -> entry.term() instanceof SpfTerm.Directive(_, _, _, SpfMechanism.Ptr _))
        .toList();
  }

  /// The terms with macros (§7).
  public List<Entry> macros() {
    return read()
        .filter(
            entry ->
                Optional.ofNullable(entry.term().target())
                    .filter(target -> !target.isPlain())
                    .isPresent())
        .toList();
  }

  /// The terms whose mail exchangers are too many (§4.6.4).
  public List<Entry> tooManyExchanges() {
    return read().filter(entry -> entry.outcome() instanceof TooManyExchanges).toList();
  }

  /// The records that lead back to themselves.
  public List<Node> loops() {
    return root.all().filter(node -> node.state() instanceof State.Loop).toList();
  }

  /// Terms that say again what stands before in the same record, or lead to a record that was read
  /// before: each costs its look-ups again.
  public List<Entry> duplicates() {
    return SpfDuplicates.in(root);
  }

  /// The terms that allow addresses which mean nothing on the internet (RFC 6890).
  public List<Entry> internal() {
    return read()
        .filter(
            entry -> entry.networks().stream().anyMatch(net -> InternalNetwork.of(net).isPresent()))
        .toList();
  }

  /// All addresses that pass, as far as they are known: those of the domain's own record and of
  /// records that it leads to. What an earlier term refuses is not taken off.
  public SpfAddresses allowed() {
    return addresses(read());
  }

  /// The addresses that one record of the tree allows, but for those that other records do.
  public SpfAddresses allowedBy(Node node) {
    return addresses(node.entries().stream().filter(entry -> entry.reach() == Reach.READ));
  }

  private static SpfAddresses addresses(Stream<Entry> entries) {
    return SpfAddresses.of(
        entries.filter(Entry::isAllowing).flatMap(entry -> entry.networks().stream()));
  }

  /// The tree as lines of text, with the count at every term that counts.
  public List<String> lines() {
    return SpfLines.of(root);
  }
}
