package uk.nhs.estate.observation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What the DNS says of a domain: its delegation and who may issue certificates for it.
///
/// @param soa the start of authority
/// @param ns the name servers
/// @param nameServerAddresses an A and an AAAA look-up of each name server, in the order of `ns`
/// @param caa the CAA look-up of the domain itself (RFC 8659)
public record DnsFacts(
    Instant seenAt, Lookup soa, Lookup ns, List<Lookup> nameServerAddresses, Lookup caa)
    implements Facts {

  public DnsFacts {
    nameServerAddresses = List.copyOf(nameServerAddresses);
  }

  @Override
  public DnsFacts seenAt(Instant when) {
    return new DnsFacts(when, soa, ns, nameServerAddresses, caa);
  }

  @Override
  public DnsFacts steady() {
    return new DnsFacts(
        Instant.EPOCH,
        soa.steady(),
        ns.steady(),
        nameServerAddresses.stream()
            .map(Lookup::steady)
            .sorted(Comparator.comparing(Lookup::name).thenComparing(Lookup::type))
            .toList(),
        caa.steady());
  }

  /// The name servers with what is known of their addresses, each once.
  public List<NameServer> nameServers() {
    return ns.data().stream()
        .map(DnsFacts::plain)
        .distinct()
        .map(
            name ->
                new NameServer(
                    name,
                    nameServerAddresses.stream()
                        .filter(lookup -> plain(lookup.name()).equals(name))
                        .toList()))
        .toList();
  }

  private static String plain(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  /// A name server.
  ///
  /// @param name in lower case, without a trailing dot
  /// @param lookups of its addresses; none when nobody asked
  public record NameServer(String name, List<Lookup> lookups) {
    public NameServer {
      lookups = List.copyOf(lookups);
    }

    /// The addresses found.
    public List<String> addresses() {
      return lookups.stream().flatMap(lookup -> lookup.data().stream()).toList();
    }

    /// Whether it may have addresses that could not be asked.
    public boolean isPartlyHidden() {
      return lookups.isEmpty()
          || lookups.stream().anyMatch(lookup -> lookup.answer() instanceof Lookup.Unasked);
    }
  }
}
