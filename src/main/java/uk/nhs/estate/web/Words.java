package uk.nhs.estate.web;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import uk.nhs.estate.check.Severity;
import uk.nhs.estate.finding.Change;
import uk.nhs.estate.finding.Finding;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.register.OrganisationType;
import uk.nhs.estate.register.Relation;
import uk.nhs.estate.register.Target;

/// What people read for the words that the register keeps in capitals.
public final class Words {
  private Words() {}

  public static String severity(String severity) {
    return Severity.valueOf(severity).words();
  }

  /// The colour of a severity's tag, which never stands without its words.
  public static String colour(String severity) {
    return switch (Severity.valueOf(severity)) {
      case URGENT -> "red";
      case ADVISORY -> "yellow";
      case INFORMATIONAL -> "blue";
    };
  }

  public static String status(String status) {
    return switch (Finding.Status.valueOf(status)) {
      case SUSPECTED -> "Seen once; being checked again";
      case OPEN -> "Open";
      case RESOLVED -> "Resolved";
      case WITHDRAWN -> "Withdrawn";
      case DROPPED -> "Not confirmed";
    };
  }

  public static String change(String change) {
    return switch (Change.valueOf(change)) {
      case SUSPECTED -> "Seen once; being checked again before it counts";
      case OPENED -> "Opened: it counts from now on";
      case REOPENED -> "Reopened: seen again";
      case RESOLVED -> "Resolved: seen to be in order";
      case WITHDRAWN -> "Withdrawn: the check does not apply any more";
      case DROPPED -> "Not confirmed: a second look did not see it";
    };
  }

  public static String kind(String kind) {
    return switch (Target.Kind.valueOf(kind)) {
      case DOMAIN -> "Domain";
      case SITE -> "Site";
    };
  }

  public static String kinds(String kind) {
    return kind(kind) + "s";
  }

  public static String topic(Topic topic) {
    return switch (topic) {
      case DNS -> "DNS";
      case MAIL -> "Mail records";
      case REGISTRATION -> "Registration";
      case ADDRESS -> "Addresses";
      case TLS -> "TLS";
      case HTTP -> "HTTP";
    };
  }

  public static String relation(String relation) {
    return switch (Relation.valueOf(relation)) {
      case HOLDER -> "Holder";
      case CUSTODIAN -> "Custodian";
      case SUPPLIER_RUN -> "Run by a supplier";
    };
  }

  public static String organisationType(String type) {
    return OrganisationType.valueOf(type).title();
  }

  public static String scanLevel(int level) {
    return switch (level) {
      case 0 -> "0 – none: its owner has opted out";
      case 1 -> "1 – passive: DNS and one visit";
      case 3 -> "3 – thorough";
      default -> "2 – ordinary";
    };
  }

  /// A word kept in capitals, as in `PARTLY_SEEN`, when no better is needed.
  public static String plain(String word) {
    var words = word.replace('_', ' ').toLowerCase(Locale.ROOT);
    return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /// A number with its noun.
  public static String count(long number, String one, String many) {
    return String.format(Locale.UK, "%,d %s", number, number == 1 ? one : many);
  }

  /// A number as people write it.
  public static String number(long number) {
    return String.format(Locale.UK, "%,d", number);
  }

  /// The address of the list of a kind of target.
  public static String list(String kind) {
    return switch (Target.Kind.valueOf(kind)) {
      case DOMAIN -> "/domains";
      case SITE -> "/sites";
    };
  }

  /// The address of a target's page.
  public static String path(String kind, String name) {
    return list(kind) + "/" + name;
  }

  /// A heading before others.
  public static List<String> after(String first, Collection<String> others) {
    return Stream.concat(Stream.of(first), others.stream()).toList();
  }
}
