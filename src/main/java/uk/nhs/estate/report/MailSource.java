package uk.nhs.estate.report;

import java.util.List;

/// An address that sent mail in a domain's name, and how its messages fared over some days.
///
/// @param address as it is shown
/// @param messages all of them
/// @param passed those that DMARC lets pass, by an aligned SPF or DKIM
/// @param passedOn those of the others of which a receiver says that they came by a forwarder or a
///     mailing list
/// @param hasPassed whether any message has passed, in these days or some time before
/// @param authenticated names for which its SPF or DKIM passed, aligned or not
public record MailSource(
    String address,
    long messages,
    long passed,
    long passedOn,
    boolean hasPassed,
    List<String> authenticated) {

  public MailSource {
    authenticated = List.copyOf(authenticated);
  }

  /// How many messages neither pass nor were passed on by others.
  public long atStake() {
    return messages - passed - passedOn;
  }
}
