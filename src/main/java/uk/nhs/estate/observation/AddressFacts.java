package uk.nhs.estate.observation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The addresses that the DNS gives for a site.
///
/// @param a the IPv4 addresses
/// @param aaaa the IPv6 addresses
/// @param registered the SOA look-up of the name that would be registered for the target of the
///     site's alias, asked only when that target was proved not to exist; null otherwise
/// @param caa the CAA look-ups of the site and of the names above it, until some are found; empty
///     when nobody asked
public record AddressFacts(
    Instant seenAt, Lookup a, Lookup aaaa, @Nullable Lookup registered, List<Lookup> caa)
    implements Facts {

  public AddressFacts {
    caa = List.copyOf(caa);
  }

  /// Those of a host whose alias, if it is one, leads to a name that exists, and whose certificates
  /// are nobody's business, as of a redirect.
  public AddressFacts(Instant seenAt, Lookup a, Lookup aaaa) {
    this(seenAt, a, aaaa, null, List.of());
  }

  @Override
  public AddressFacts seenAt(Instant when) {
    return new AddressFacts(when, a, aaaa, registered, caa);
  }

  @Override
  public AddressFacts steady() {
    return new AddressFacts(
        Instant.EPOCH,
        a.steady(),
        aaaa.steady(),
        registered == null ? null : registered.steady(),
        caa.stream().map(Lookup::steady).toList());
  }

  /// Every address found, IPv4 first, as text.
  public List<String> addresses() {
    return Stream.of(a, aaaa).flatMap(lookup -> lookup.data().stream()).toList();
  }

  /// The targets of the aliases by way of which the site is found, first to last; empty when it is
  /// no alias or when that could not be asked.
  public List<String> aliases() {
    return a.answer() instanceof Lookup.Unasked ? aaaa.aliases() : a.aliases();
  }

  /// The name at which the site's aliases end, if it is one.
  public Optional<PointedAt> pointedAt() {
    var aliases = aliases();
    return aliases.isEmpty()
        ? Optional.empty()
        : Optional.of(new PointedAt(Asked.plain(aliases.getLast()), a, aaaa, registered));
  }

  /// The CAA records that count for the site, or for a name above it (RFC 8659 §3).
  public RelevantCaa relevantCaa(String name) {
    return RelevantCaa.of(name, caa);
  }
}
