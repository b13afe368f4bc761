package uk.nhs.estate.probe.registration;

import java.util.List;
import java.util.Optional;
import uk.nhs.estate.observation.RegistrationFacts.KeptApart;
import uk.nhs.estate.register.DomainName;

/// The names of which it is known, without asking anybody, that no register shows when they expire.
final class NamesApart {

  /// NHS England keeps the zone `nhs.uk` and gives names in it to NHS bodies until they are handed
  /// back (its DNS guidance, "Domain standards and guidance"). The Cabinet Office keeps `gov.uk`
  /// ("Get a .gov.uk domain name"); neither has an entry in RDAP's bootstrap registry. RFC 6761 §6
  /// keeps the last four free for good.
  private static final List<KeptApart> ALL =
      List.of(
          new KeptApart("nhs.uk", "are given out by NHS England and do not expire"),
          new KeptApart("gov.uk", "are given out by the Cabinet Office, not by a public registry"),
          reserved("test"),
          reserved("example"),
          reserved("invalid"),
          reserved("localhost"));

  private NamesApart() {}

  static Optional<KeptApart> of(DomainName name) {
    return ALL.stream()
        .filter(
            apart ->
                name.ascii().endsWith("." + apart.suffix()) || name.ascii().equals(apart.suffix()))
        .findFirst();
  }

  private static KeptApart reserved(String suffix) {
    return new KeptApart(suffix, "are reserved (RFC 6761): nobody registers them");
  }
}
