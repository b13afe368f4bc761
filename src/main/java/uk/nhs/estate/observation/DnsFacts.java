package uk.nhs.estate.observation;

import java.time.Instant;
import java.util.List;

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
        nameServerAddresses.stream().map(Lookup::steady).toList(),
        caa.steady());
  }
}
