package uk.nhs.estate.observation;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// The addresses that the DNS gives for a site.
///
/// @param a the IPv4 addresses
/// @param aaaa the IPv6 addresses
/// @param caa the CAA look-ups of the site and of the names above it, until some are found; empty
///     when nobody asked
public record AddressFacts(Instant seenAt, Lookup a, Lookup aaaa, List<Lookup> caa)
    implements Facts {

  public AddressFacts {
    caa = List.copyOf(caa);
  }

  /// Those of a host whose certificates are nobody's business, as of a redirect.
  public AddressFacts(Instant seenAt, Lookup a, Lookup aaaa) {
    this(seenAt, a, aaaa, List.of());
  }

  @Override
  public AddressFacts seenAt(Instant when) {
    return new AddressFacts(when, a, aaaa, caa);
  }

  @Override
  public AddressFacts steady() {
    return new AddressFacts(
        Instant.EPOCH, a.steady(), aaaa.steady(), caa.stream().map(Lookup::steady).toList());
  }

  /// Every address found, IPv4 first, as text.
  public List<String> addresses() {
    return Stream.of(a, aaaa).flatMap(lookup -> lookup.data().stream()).toList();
  }

  /// The CAA records that count for the site, or for a name above it (RFC 8659 §3).
  public RelevantCaa relevantCaa(String name) {
    return RelevantCaa.of(name, caa);
  }
}
