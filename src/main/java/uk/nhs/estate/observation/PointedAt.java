package uk.nhs.estate.observation;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.PublicSuffixes;
import uk.nhs.estate.register.Refusal;

/// A name that a record points at, and what the DNS says of it.
///
/// @param name in lower case, without a trailing dot
/// @param registered the SOA look-up of the name that would be registered for it, asked only when
///     the name itself was proved not to exist; none otherwise
public record PointedAt(String name, Lookup a, Lookup aaaa, @Nullable Lookup registered) {

  /// Suffixes below which registries give names to certain bodies only: a stranger cannot get one
  /// (RFC 1591 §2, and the second-level domains of .uk that are not sold).
  private static final Set<String> CLOSED =
      Set.of(
          "arpa",
          "edu",
          "gov",
          "int",
          "mil",
          "ac.uk",
          "gov.uk",
          "mod.uk",
          "nhs.uk",
          "police.uk",
          "sch.uk");

  /// Whether neither the name nor anything at the end of its aliases exists (RFC 8020). Servers
  /// that deny one type of a name and answer another are wrong, and known (RFC 4074 §4.2).
  public boolean provesThatItDoesNotExist() {
    return Stream.of(a, aaaa).anyMatch(PointedAt::isNameError)
        && Stream.of(a, aaaa)
            .allMatch(lookup -> isNameError(lookup) || lookup.answer() instanceof Lookup.Unasked);
  }

  /// Whether nothing is known of it.
  public boolean isHidden() {
    return Stream.of(a, aaaa).allMatch(lookup -> lookup.answer() instanceof Lookup.Unasked);
  }

  /// Whether the registered name that it belongs to does not exist, in a registry that is open to
  /// the public, so that somebody else may be able to register it.
  public boolean provesThatItsDomainIsFree() {
    return registered != null
        && registered.provesThatTheNameDoesNotExist()
        && provesThatItDoesNotExist()
        && registrable()
            .filter(domain -> domain.ascii().equals(Asked.plain(registered.name())))
            .isPresent();
  }

  /// Whether it exists, in words.
  public String existence() {
    if (provesThatItDoesNotExist()) {
      return "Does not exist";
    }
    if (isHidden()) {
      return String.join("; ", a.answer().words());
    }
    return provesThatItHasNoAddress() ? "Exists, without an address" : "Exists";
  }

  /// What became of the registered name that it belongs to, in words.
  public String registration() {
    if (!provesThatItDoesNotExist()) {
      return isHidden() ? "Could not ask" : "Registered";
    }
    if (provesThatItsDomainIsFree()) {
      return "Not registered: somebody else may be able to register it";
    }
    if (registered == null) {
      return registrable().isEmpty() ? "Nobody else can register it" : "Nobody asked";
    }
    if (registered.answer() instanceof Lookup.Unasked) {
      return String.join("; ", registered.answer().words());
    }
    return registered.provesThatTheNameDoesNotExist()
        ? "Not registered, in a registry that is closed to strangers"
        : "Registered";
  }

  /// The name at a registry that would have to be registered for this one to exist, if anybody can
  /// register there. Empty for names in no public registry, such as `.local`.
  public Optional<DomainName> registrable() {
    for (var rest = name; rest.indexOf('.') > 0; rest = rest.substring(rest.indexOf('.') + 1)) {
      try {
        return registrable(new DomainName(rest));
      } catch (Refusal _) {
        // labels such as _dmarc are none of a host: the name that is registered comes later
      }
    }
    return Optional.empty();
  }

  private static Optional<DomainName> registrable(DomainName host) {
    return PublicSuffixes.bundled()
        .registrableAtRegistry(host)
        .filter(PointedAt::isInAPublicRegistry)
        .filter(
            domain -> CLOSED.stream().noneMatch(closed -> domain.ascii().endsWith("." + closed)));
  }

  private static boolean isInAPublicRegistry(DomainName domain) {
    return PublicSuffixes.bundled().suffix(domain).section() != PublicSuffixes.Section.UNLISTED;
  }

  /// Whether it was proved to have no address.
  public boolean provesThatItHasNoAddress() {
    return a.answer() instanceof Lookup.Absent && aaaa.answer() instanceof Lookup.Absent;
  }

  /// The same without what differs from look to look.
  ///
  /// @param domain whose records point at it: the addresses of names elsewhere change as they like
  public PointedAt steady(String domain) {
    return new PointedAt(
        name,
        a.steadyAt(domain),
        aaaa.steadyAt(domain),
        registered == null ? null : registered.steady());
  }

  private static boolean isNameError(Lookup lookup) {
    return lookup.answer() instanceof Lookup.Absent(var absence, _)
        && absence == Lookup.Absence.NXDOMAIN;
  }
}
