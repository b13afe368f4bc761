package uk.nhs.estate.observation;

import org.jspecify.annotations.Nullable;

/// A name that a record points at, and what the DNS says of it.
///
/// @param name in lower case, without a trailing dot
/// @param registered the SOA look-up of the name that would be registered for it, asked only when
///     the name itself was proved not to exist; none otherwise
public record PointedAt(String name, Lookup a, Lookup aaaa, @Nullable Lookup registered) {

  /// Whether neither the name nor anything at the end of its aliases exists (RFC 8020).
  public boolean provesThatItDoesNotExist() {
    return isNameError(a) || isNameError(aaaa);
  }

  /// Whether the registered name that it belongs to does not exist, so that somebody else may be
  /// able to register it.
  public boolean provesThatItsDomainIsFree() {
    return registered != null && registered.provesThatTheNameDoesNotExist();
  }

  /// Whether it was proved to have no address.
  public boolean provesThatItHasNoAddress() {
    return a.answer() instanceof Lookup.Absent && aaaa.answer() instanceof Lookup.Absent;
  }

  /// The same without cache times.
  public PointedAt steady() {
    return new PointedAt(
        name, a.steady(), aaaa.steady(), registered == null ? null : registered.steady());
  }

  private static boolean isNameError(Lookup lookup) {
    return lookup.answer() instanceof Lookup.Absent(var absence, _)
        && absence == Lookup.Absence.NXDOMAIN;
  }
}
