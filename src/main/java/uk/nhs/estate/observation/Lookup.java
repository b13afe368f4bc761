package uk.nhs.estate.observation;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One question to the DNS and its answer, in three states: found, proved absent, could not ask.
///
/// @param name the name asked, as text with a trailing dot left out; may hold underscores
/// @param type the record type's mnemonic, such as `MX`
/// @param security what DNSSEC says of the answer; none when nobody validated it
public record Lookup(String name, String type, Answer answer, @Nullable Security security) {

  /// A look-up that nobody validated.
  public Lookup(String name, String type, Answer answer) {
    this(name, type, answer, null);
  }

  /// What came back.
  public sealed interface Answer {

    /// What people read, a line for each thing.
    default List<String> words() {
      return switch (this) {
        case Found(var aliases, var records) ->
            byWayOf(aliases, records.stream().map(ResourceRecord::data));
        case Absent(var absence, var aliases) ->
            byWayOf(
                aliases,
                Stream.of(
                    switch (absence) {
                      case NXDOMAIN -> "None: the name does not exist";
                      case NODATA -> "None: the name has no such record";
                      case LOOP -> "None: its aliases go round in a circle";
                    }));
        case Unasked(var obstacle) -> List.of("Could not ask: " + obstacle.words());
      };
    }

    private static List<String> byWayOf(List<String> aliases, Stream<String> end) {
      return Stream.concat(aliases.stream().map(alias -> "by way of " + alias), end).toList();
    }
  }

  /// There are records.
  ///
  /// @param aliases the targets of the CNAMEs on the way, first to last: the last is the name that
  ///     has the records; empty when the name asked is no alias
  /// @param records the records of the asked type, at least one
  public record Found(List<String> aliases, List<ResourceRecord> records) implements Answer {
    public Found {
      aliases = List.copyOf(aliases);
      records = List.copyOf(records);
      if (records.isEmpty()) {
        throw new IllegalArgumentException("An answer without records is Absent");
      }
    }
  }

  /// It was proved that there are none: by an authority (RFC 2308 §2), or by aliases that end
  /// nowhere.
  ///
  /// @param aliases the targets of the CNAMEs on the way, first to last: what is absent is said of
  ///     the last one; of the name asked when there are none
  public record Absent(Absence absence, List<String> aliases) implements Answer {
    public Absent {
      aliases = List.copyOf(aliases);
    }
  }

  /// Nothing is known.
  public record Unasked(Obstacle obstacle) implements Answer {}

  /// The proofs of absence.
  public enum Absence {
    /// The name does not exist, nor anything below it (RFC 2308 §2.1, RFC 8020).
    NXDOMAIN,
    /// The name exists, without records of this type (RFC 2308 §2.2).
    NODATA,
    /// The aliases go round in a circle: the last one of them stands before, too (RFC 1034 §3.6.2).
    LOOP
  }

  /// One resource record.
  ///
  /// @param ttl seconds; a resolver's cache counts it down
  /// @param data the RDATA in presentation format (RFC 1035 §5.1), which loses nothing
  public record ResourceRecord(String name, long ttl, String type, String data) {}

  /// Whether it was proved that the name asked does not exist. An alias that leads nowhere does.
  public boolean provesThatTheNameDoesNotExist() {
    return answer instanceof Absent(var absence, var aliases)
        && absence == Absence.NXDOMAIN
        && aliases.isEmpty();
  }

  /// The targets of the aliases on the way, first to last; empty when there are none or when it
  /// could not be asked.
  public List<String> aliases() {
    return switch (answer) {
      case Found(var aliases, _) -> aliases;
      case Absent(_, var aliases) -> aliases;
      case Unasked _ -> List.of();
    };
  }

  /// The same answer without cache times, its records in a fixed order.
  public Lookup steady() {
    return new Lookup(
        name,
        type,
        switch (answer) {
          case Found(var aliases, var records) ->
              new Found(aliases, records.stream().map(Steady::of).sorted(Steady.ORDER).toList());
          case Absent absent -> absent;
          case Unasked(var obstacle) -> new Unasked(new Obstacle(obstacle.kind()));
        },
        Steady.of(security));
  }

  /// The same without the addresses of a name outside a domain: suppliers hand out others at every
  /// look, and move their servers without telling anybody.
  public Lookup steadyAt(String domain) {
    var plain = Asked.plain(name);
    var steady = steady();
    return !Asked.isIn(domain, plain)
            && (type.equals("A") || type.equals("AAAA"))
            && steady.answer() instanceof Found(var aliases, _)
        ? new Lookup(
            name,
            type,
            new Found(aliases, List.of(new ResourceRecord(plain, 0, type, ""))),
            steady.security())
        : steady;
  }

  /// The data of the records found; empty when there are none or when it could not be asked.
  public List<String> data() {
    return answer instanceof Found(_, var records)
        ? records.stream().map(ResourceRecord::data).toList()
        : List.of();
  }
}
