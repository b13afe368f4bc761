package uk.nhs.estate.observation.mail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Lookups;
import uk.nhs.estate.observation.PointedAt;
import uk.nhs.estate.observation.mail.SpfTree.Entry;
import uk.nhs.estate.observation.mail.SpfTree.Everybody;
import uk.nhs.estate.observation.mail.SpfTree.Node;
import uk.nhs.estate.observation.mail.SpfTree.Outcome;
import uk.nhs.estate.observation.mail.SpfTree.Reach;
import uk.nhs.estate.observation.mail.SpfTree.State;
import uk.nhs.estate.observation.text.IpAddress;
import uk.nhs.estate.observation.text.IpNetwork;
import uk.nhs.estate.observation.text.SpfMechanism;
import uk.nhs.estate.observation.text.SpfRecord;
import uk.nhs.estate.observation.text.SpfRecord.Qualifier;
import uk.nhs.estate.observation.text.SpfSelection;
import uk.nhs.estate.observation.text.SpfTerm;

/// Reads a domain's SPF record and all that it leads to, and counts on the way.
final class SpfGrowth {
  private static final SpfSelection NOTHING = new SpfSelection(List.of(), List.of(), List.of());

  /// The letters that stand for the same in every mail of a domain (RFC 7208 §7.2).
  private static final Set<Character> SAME_FOR_ALL = Set.of('d', 'o');

  /// An address that is nobody's (RFC 5737 §3).
  private static final IpAddress SAMPLE = IpAddress.parse("192.0.2.1").orElseThrow();

  private final Lookups lookups;
  private final String domain;
  private final Map<Place, Node> finished = new HashMap<>();
  private int total;

  SpfGrowth(Lookups lookups, String domain) {
    this.lookups = lookups;
    this.domain = SpfNames.plain(domain);
  }

  /// What makes two visits of a record the same.
  private record Place(String domain, boolean allows) {}

  /// How a record is reached.
  ///
  /// @param allows whether who passes it passes at the root
  private record Way(List<String> path, @Nullable String by, boolean bySample, boolean allows) {

    Way to(String target, SpfTerm term, boolean bySample, boolean allows) {
      return new Way(
          Stream.concat(path.stream(), Stream.of(target)).toList(),
          term.text(),
          this.bySample || bySample,
          this.allows && allows);
    }

    String target() {
      return path.getLast();
    }

    boolean isLoop() {
      return path.indexOf(target()) < path.size() - 1;
    }
  }

  Node root() {
    return grow(new Way(List.of(domain), null, false, true));
  }

  private Node grow(Way way) {
    if (way.isLoop()) {
      return leaf(way, new State.Loop(), null, NOTHING);
    }
    if (way.path().size() > SpfTree.DEEPEST || total > SpfTree.MOST_TERMS) {
      return leaf(
          way,
          new State.Unfollowed("no more than " + SpfTree.MOST_TERMS + " terms are followed"),
          null,
          NOTHING);
    }
    var before = finished.get(new Place(way.target(), way.allows()));
    if (before != null) {
      return again(way, before);
    }
    var node = read(way);
    finished.put(new Place(way.target(), way.allows()), node);
    return node;
  }

  private Node again(Way way, Node first) {
    int start = total;
    total += first.lookups();
    return new Node(
        way.path(),
        way.by(),
        way.bySample(),
        first.state() instanceof State.Read ? new State.Repeated() : first.state(),
        first.txt(),
        first.selection(),
        List.of(),
        start,
        first.lookups(),
        first.everybody());
  }

  private Node read(Way way) {
    if (!SpfNames.isDomain(way.target())) {
      return leaf(way, new State.None(false, "no name of a domain", null), null, NOTHING);
    }
    var txt = SpfNames.ask(lookups, way.target(), "TXT");
    return switch (txt.answer()) {
      case Lookup.Unasked(var obstacle) -> leaf(way, new State.Hidden(obstacle), txt, NOTHING);
      case Lookup.Absent absent ->
          leaf(
              way,
              new State.None(
                  true,
                  String.join(", ", absent.words()),
                  way.by() == null ? null : missing(way.target(), txt)),
              txt,
              NOTHING);
      case Lookup.Found _ -> {
        var selection = SpfSelection.of(txt.data());
        yield switch (selection.records().size()) {
          case 0 ->
              leaf(
                  way,
                  new State.None(false, "none of its TXT records is SPF", null),
                  txt,
                  selection);
          case 1 -> read(way, txt, selection);
          default -> leaf(way, new State.Several(), txt, selection);
        };
      }
    };
  }

  private Node leaf(Way way, State state, @Nullable Lookup txt, SpfSelection selection) {
    var everybody =
        switch (state) {
          case State.Hidden(var obstacle) -> new Everybody.Hidden(obstacle.words());
          case State.Unfollowed(var why) -> new Everybody.Hidden(why);
          case State.None(_, var why, _) -> new Everybody.Broken(way.target() + ": " + why);
          case State.Several _ -> new Everybody.Broken(way.target() + ": several SPF records");
          case State.Loop _ -> new Everybody.Broken(way.target() + ": leads back to itself");
          case State.Read _, State.Malformed _, State.Repeated _ ->
              throw new IllegalStateException("a record that was read is no leaf");
        };
    return new Node(
        way.path(),
        way.by(),
        way.bySample(),
        state,
        txt,
        selection,
        List.of(),
        total,
        0,
        everybody);
  }

  private Node read(Way way, Lookup txt, SpfSelection selection) {
    int start = total;
    var record = selection.records().getFirst().record();
    var faults = record.malformed();
    var reading = new Reading(way, record, faults.isEmpty() ? Reach.READ : Reach.VOID_RECORD);
    var entries = inOrderOfEvaluation(record.terms()).map(reading::entry).toList();
    return new Node(
        way.path(),
        way.by(),
        way.bySample(),
        faults.isEmpty() ? new State.Read() : new State.Malformed(faults),
        txt,
        selection,
        entries,
        start,
        total - start,
        faults.isEmpty()
            ? reading.everybody()
            : new Everybody.Broken(way.target() + ": the SPF record breaks the grammar"));
  }

  /// The name, when it or what it is an alias of does not exist, with what would be registered.
  private @Nullable PointedAt missing(String name, Lookup lookup) {
    if (!(lookup.answer() instanceof Lookup.Absent(var absence, var aliases))
        || absence != Lookup.Absence.NXDOMAIN) {
      return null;
    }
    var last = aliases.isEmpty() ? name : SpfNames.plain(aliases.getLast());
    var missing = new PointedAt(last, lookup, lookup, null);
    return missing
        .registrable()
        .map(free -> new PointedAt(last, lookup, lookup, lookups.asked(free.ascii(), "SOA")))
        .orElse(missing);
  }

  /// A redirect counts when nothing else has matched, wherever it stands (RFC 7208 §6.1).
  private static Stream<SpfTerm> inOrderOfEvaluation(List<SpfTerm> terms) {
    return Stream.concat(
        terms.stream().filter(term -> !(term instanceof SpfTerm.Redirect)),
        terms.stream().filter(SpfTerm.Redirect.class::isInstance));
  }

  /// One way through the terms of one record.
  private final class Reading {
    private final Way way;
    private final boolean hasAll;
    private Reach reach;
    private Everybody everybody = new Everybody.Untold();

    Reading(Way way, SpfRecord record, Reach reach) {
      this.way = way;
      this.hasAll = record.all().isPresent();
      this.reach = reach;
    }

    Everybody everybody() {
      return everybody;
    }

    Entry entry(SpfTerm term) {
      var reached = term instanceof SpfTerm.Redirect && hasAll ? Reach.BESIDE_ALL : reach;
      boolean isEvaluated = term instanceof SpfTerm.Directive || term instanceof SpfTerm.Redirect;
      if (reached != Reach.READ && (isEvaluated || reached == Reach.VOID_RECORD)) {
        return entry(term, reached, "", false, List.of(), new SpfTree.Unasked());
      }
      var target = target(term);
      boolean bySample = isBySample(term);
      total += term.asks() ? 1 : 0;
      var asked = new ArrayList<Lookup>();
      var outcome =
          switch (term) {
            case SpfTerm.Directive directive -> outcome(directive, target, bySample, asked);
            case SpfTerm.Redirect redirect -> redirect(redirect, target, bySample);
            case SpfTerm.Explanation _, SpfTerm.Unknown _, SpfTerm.Malformed _ ->
                new SpfTree.Plain();
          };
      return entry(term, Reach.READ, target, bySample, asked, outcome);
    }

    private Entry entry(
        SpfTerm term,
        Reach reached,
        String target,
        boolean bySample,
        List<Lookup> asked,
        Outcome outcome) {
      return new Entry(
          way.path(),
          term,
          reached,
          way.allows() && reached == Reach.READ && isPassing(term),
          target.isEmpty() ? null : target,
          bySample,
          reached == Reach.READ && term.asks() ? 1 : 0,
          total,
          asked,
          outcome);
    }

    private static boolean isPassing(SpfTerm term) {
      return term instanceof SpfTerm.Redirect
          || term instanceof SpfTerm.Directive directive && directive.qualifier() == Qualifier.PASS;
    }

    private Outcome outcome(
        SpfTerm.Directive directive, String target, boolean bySample, List<Lookup> asked) {
      return switch (directive.mechanism()) {
        case SpfMechanism.All _ -> {
          matchesEverybody(directive, way.path(), directive.text(), Reach.AFTER_ALL);
          yield new SpfTree.Plain();
        }
        case SpfMechanism.Include _ -> include(directive, target, bySample);
        case SpfMechanism.Ip4(var network) -> new SpfTree.Addresses(List.of(network));
        case SpfMechanism.Ip6(var network) -> new SpfTree.Addresses(List.of(network));
        case SpfMechanism.Ptr _ -> new SpfTree.BySender();
        case SpfMechanism.Exists _, SpfMechanism.A _, SpfMechanism.Mx _ when bySample ->
            new SpfTree.BySender();
        case SpfMechanism.Exists _, SpfMechanism.A _, SpfMechanism.Mx _
            when total > SpfTree.MOST_LOOKUPS ->
            new SpfTree.Unasked();
        case SpfMechanism.Exists _ -> exists(directive, target, asked);
        case SpfMechanism.A(_, var lengths) -> addresses(target, lengths, asked);
        case SpfMechanism.Mx(_, var lengths) -> exchanges(target, lengths, asked);
      };
    }

    private void matchesEverybody(
        SpfTerm.Directive directive, List<String> path, String term, Reach after) {
      everybody = new Everybody.Told(directive.qualifier(), path, term);
      reach = after;
    }

    private Outcome include(SpfTerm.Directive directive, String target, boolean bySample) {
      var node = grow(way.to(target, directive, bySample, directive.qualifier() == Qualifier.PASS));
      if (!node.bySample()
          && node.everybody() instanceof Everybody.Told(var qualifier, var path, var term)
          && qualifier == Qualifier.PASS) {
        matchesEverybody(directive, path, term, Reach.AFTER_OPEN_INCLUDE);
      }
      return new SpfTree.LeadsTo(node);
    }

    private Outcome redirect(SpfTerm.Redirect redirect, String target, boolean bySample) {
      var node = grow(way.to(target, redirect, bySample, true));
      everybody =
          node.bySample()
              ? new Everybody.Hidden("it depends on the sender where " + redirect.text() + " leads")
              : node.everybody();
      return new SpfTree.LeadsTo(node);
    }

    /// The name that a term asks for; empty when it asks for none.
    private String target(SpfTerm term) {
      var written = term.target();
      if (written == null) {
        return term.asks() ? way.target() : "";
      }
      return SpfNames.expand(written, this::sample);
    }

    private boolean isBySample(SpfTerm term) {
      var written = term.target();
      return way.bySample()
          || written != null && !written.letters().allMatch(SAME_FOR_ALL::contains);
    }

    private String sample(char letter) {
      return switch (letter) {
        case 'd' -> way.target();
        case 's' -> SpfSender.POSTMASTER + "@" + domain;
        case 'l' -> SpfSender.POSTMASTER;
        case 'i' -> SAMPLE.dotted();
        case 'v' -> "in-addr";
        case 'p' -> SpfSender.UNKNOWN;
        default -> domain;
      };
    }

    private Outcome exists(SpfTerm.Directive directive, String target, List<Lookup> asked) {
      var a = ask(target, "A", asked);
      return switch (a.answer()) {
        case Lookup.Found _ -> {
          matchesEverybody(directive, way.path(), directive.text(), Reach.AFTER_ALL);
          yield new SpfTree.Plain();
        }
        case Lookup.Absent absent -> nothing(target, a, absent);
        case Lookup.Unasked(var obstacle) -> new SpfTree.Hidden(obstacle);
      };
    }

    private Outcome addresses(String target, SpfMechanism.Lengths lengths, List<Lookup> asked) {
      var networks = networks(target, lengths, asked);
      if (!networks.isEmpty()) {
        return new SpfTree.Addresses(networks);
      }
      for (var lookup : asked) {
        if (lookup.answer() instanceof Lookup.Unasked(var obstacle)) {
          return new SpfTree.Hidden(obstacle);
        }
      }
      var a = asked.getFirst();
      return a.answer() instanceof Lookup.Absent absent
          ? nothing(target, a, absent)
          : new SpfTree.Addresses(List.of());
    }

    private Outcome exchanges(String target, SpfMechanism.Lengths lengths, List<Lookup> asked) {
      var mx = ask(target, "MX", asked);
      return switch (mx.answer()) {
        case Lookup.Unasked(var obstacle) -> new SpfTree.Hidden(obstacle);
        case Lookup.Absent absent -> nothing(target, mx, absent);
        case Lookup.Found _ -> {
          var hosts = SpfNames.exchanges(mx);
          yield hosts.size() > SpfTree.MOST_EXCHANGES
              ? new SpfTree.TooManyExchanges(hosts.size())
              : new SpfTree.Addresses(
                  hosts.stream()
                      .distinct()
                      .flatMap(host -> networks(host, lengths, asked).stream())
                      .toList());
        }
      };
    }

    private List<IpNetwork> networks(
        String host, SpfMechanism.Lengths lengths, List<Lookup> asked) {
      var a = ask(host, "A", asked);
      boolean isKnownToBeMissing =
          a.answer() instanceof Lookup.Absent(var absence, _) && absence != Lookup.Absence.NODATA;
      var found = isKnownToBeMissing ? Stream.of(a) : Stream.of(a, ask(host, "AAAA", asked));
      return found
          .flatMap(lookup -> lookup.data().stream())
          .flatMap(data -> IpAddress.parse(data).stream())
          .map(lengths::around)
          .distinct()
          .toList();
    }

    private Outcome nothing(String target, Lookup lookup, Lookup.Absent absent) {
      return new SpfTree.Void(String.join(", ", absent.words()), missing(target, lookup));
    }

    private Lookup ask(String name, String type, List<Lookup> asked) {
      var lookup = SpfNames.ask(lookups, name, type);
      asked.add(lookup);
      return lookup;
    }
  }
}
