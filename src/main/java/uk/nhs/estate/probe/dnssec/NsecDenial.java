package uk.nhs.estate.probe.dnssec;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.xbill.DNS.NSECRecord;
import org.xbill.DNS.Name;

/// Denial by NSEC: each record names its neighbour in canonical order (RFC 4034 §4, RFC 4035 §5.4).
final class NsecDenial extends Denial {
  private final List<NSECRecord> records;

  /// @param records verified, and none of them made by a wildcard
  NsecDenial(Name zone, List<NSECRecord> records) {
    super(zone);
    this.records = records.stream().filter(nsec -> nsec.getNext().subdomain(zone)).toList();
  }

  @Override
  String kind() {
    return "NSEC";
  }

  @Override
  Optional<String> silence(Name name) {
    return Optional.empty();
  }

  @Override
  Optional<IntPredicate> typesAt(Name name) {
    var own = records.stream().filter(nsec -> nsec.getName().equals(name)).findFirst();
    if (own.isPresent()) {
      return Optional.of(own.get()::hasType);
    }
    return around(name)
        .filter(nsec -> nsec.getNext().subdomain(name)) // an empty non-terminal
        .map(_ -> _ -> false);
  }

  @Override
  Optional<Name> closestEncloser(Name name) {
    return around(name)
        .map(
            nsec -> {
              var encloser = new Name(name, 1);
              while (!nsec.getName().subdomain(encloser) && !nsec.getNext().subdomain(encloser)) {
                encloser = new Name(encloser, 1);
              }
              return encloser;
            });
  }

  @Override
  Span span(Name name) {
    return around(name).filter(nsec -> !nsec.getNext().subdomain(name)).isPresent()
        ? Span.COVERED
        : Span.NONE;
  }

  /// The record between whose names a name falls.
  private Optional<NSECRecord> around(Name name) {
    return records.stream().filter(nsec -> isAround(nsec, name)).findFirst();
  }

  private boolean isAround(NSECRecord nsec, Name name) {
    boolean isLast = nsec.getNext().compareTo(nsec.getName()) <= 0;
    return name.subdomain(zone)
        && name.compareTo(nsec.getName()) > 0
        && (isLast || name.compareTo(nsec.getNext()) < 0)
        && !(name.subdomain(nsec.getName()) && endsAt(nsec::hasType));
  }
}
