package uk.nhs.estate.observation;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// The addresses that the DNS gives for a site.
///
/// @param a the IPv4 addresses
/// @param aaaa the IPv6 addresses
public record AddressFacts(Instant seenAt, Lookup a, Lookup aaaa) implements Facts {

  @Override
  public AddressFacts seenAt(Instant when) {
    return new AddressFacts(when, a, aaaa);
  }

  @Override
  public AddressFacts steady() {
    return new AddressFacts(Instant.EPOCH, a.steady(), aaaa.steady());
  }

  /// Every address found, IPv4 first, as text.
  public List<String> addresses() {
    return Stream.of(a, aaaa).flatMap(lookup -> lookup.data().stream()).toList();
  }
}
