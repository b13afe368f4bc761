package uk.nhs.estate.observation.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.nhs.estate.observation.Asked;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Lookups;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.mail.DmarcDiscovery.Organisation;
import uk.nhs.estate.observation.text.DmarcRecord;
import uk.nhs.estate.observation.text.DmarcUri;

/// A domain to which a DMARC record wants reports sent, and whether it has said that it takes them
/// (RFC 9990 §4). Reporters pass over it when it has not.
///
/// @param domain of one or more mailboxes in `rua` and `ruf`
public record ReportDestination(String domain, Permission permission) {

  /// A record with more is not written by anybody who means to read reports.
  static final int MOST_QUESTIONS = 10;

  private static final Permission TOO_MANY =
      new Permission.Hidden(
          new Obstacle(Obstacle.Kind.TOO_LARGE, "reports go to too many domains"));

  private static final int LONGEST_NAME = 253;

  /// What the destination says.
  public sealed interface Permission {
    /// It is of the same organisation: nobody needs to ask.
    record Inside() implements Permission {}

    /// It takes them.
    record Granted(String asked) implements Permission {}

    /// It does not say that it takes them.
    ///
    /// @param asked the name that would have to have the record
    /// @param why in words
    record Missing(String asked, String why) implements Permission {}

    /// It could not be asked.
    record Hidden(Obstacle obstacle) implements Permission {}
  }

  /// The destinations of a domain's own record, but for those of Mail Check, which takes none.
  ///
  /// One is inside when it is so for receivers of either kind, those that go by the tree walk and
  /// those that go by public suffixes. A name below the organisational domain counts as inside;
  /// whether it calls itself an organisation of its own (`psd=n`) is not asked.
  ///
  /// @param organisation the organisational domain by the tree walk
  /// @param registrable the organisational domain by public suffixes
  static List<ReportDestination> of(
      DmarcRecord record,
      String domain,
      Organisation organisation,
      String registrable,
      Lookups lookups) {
    var destinations = new ArrayList<ReportDestination>();
    int questions = 0;
    for (var host : record.reportDomains()) {
      if (RetiredMailCheck.had(host)) {
        continue;
      }
      var known = unasked(host, domain, organisation, registrable);
      if (known.isPresent()) {
        destinations.add(new ReportDestination(host, known.get()));
      } else if (questions++ < MOST_QUESTIONS) {
        destinations.add(new ReportDestination(host, permission(domain, host, lookups)));
      } else {
        destinations.add(new ReportDestination(host, TOO_MANY));
      }
    }
    return destinations;
  }

  /// What is known of a destination without asking it.
  private static Optional<Permission> unasked(
      String host, String domain, Organisation organisation, String registrable) {
    return switch (organisation) {
      case Organisation.Known(var known) ->
          Asked.isIn(known, host) && Asked.isIn(registrable, host)
              ? Optional.of(new Permission.Inside())
              : Optional.empty();
      case Organisation.Hidden(var obstacle) ->
          Asked.isIn(domain, host) // and so below the organisational domain, whichever it is
              ? Optional.of(new Permission.Inside())
              : Asked.isIn(registrable, host)
                  ? Optional.of(new Permission.Hidden(obstacle))
                  : Optional.empty();
    };
  }

  private static Permission permission(String domain, String host, Lookups lookups) {
    var name = domain + "._report._dmarc." + host;
    if (name.length() > LONGEST_NAME) {
      return new Permission.Missing(name, "the name by which to ask is too long");
    }
    var lookup = lookups.asked(name, "TXT");
    if (lookup.answer() instanceof Lookup.Unasked(var obstacle)) {
      return new Permission.Hidden(obstacle);
    }
    var records = MailFacts.dmarcRecords(lookup);
    if (records.isEmpty()) {
      return new Permission.Missing(name, "no TXT record there begins with v=DMARC1");
    }
    boolean leadsElsewhere =
        records.stream()
            .flatMap(record -> record.aggregateReports().stream())
            .anyMatch(uri -> !(uri instanceof DmarcUri.Mailbox box && box.domain().equals(host)));
    return leadsElsewhere
        ? new Permission.Missing(name, "the record there leads to yet another domain")
        : new Permission.Granted(name);
  }
}
