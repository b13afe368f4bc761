package uk.nhs.estate.observation.text;

import java.util.Optional;

/// What a zone asks its parent to make of its DS records: as much of a CDS or CDNSKEY record's data
/// as says whether they shall go (RFC 8078 §4).
public record CdsData(int algorithm) {

  /// Reads the data of a record in presentation format; empty when it is not in it.
  ///
  /// @param type `CDS`, which is written like DS (RFC 7344 §3.1), or `CDNSKEY`, which is written
  ///     like DNSKEY (§3.2)
  public static Optional<CdsData> parse(String type, String rdata) {
    var fields = new Fields(rdata, 4);
    return fields.number(0, 16) < 0
            || fields.number(1, 8) < 0
            || fields.number(2, 8) < 0
            || fields.text(3).isEmpty()
        ? Optional.empty()
        : Optional.of(new CdsData((int) fields.number(type.equals("CDS") ? 1 : 2, 8)));
  }

  /// Whether the parent shall delete every DS record: the algorithm alone says so.
  public boolean isDelete() {
    return algorithm == 0;
  }
}
