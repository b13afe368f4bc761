package uk.nhs.estate.advice;

import uk.nhs.estate.observation.text.TxtData;

/// A record of the DNS to publish.
///
/// @param name without a dot at its end
/// @param type the record type's mnemonic
/// @param text what people type into the form of a DNS provider: without quotation marks
public record ZoneRecord(String name, String type, String text) {

  /// The record as a line of a zone file (RFC 1035 §5.1), with the time to live left to the zone.
  public String line() {
    return name + ". IN " + type + " " + (type.equals("TXT") ? TxtData.written(text) : text);
  }
}
