package uk.nhs.estate.report;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.report.DmarcReport.Disposition;

/// Reads the values of a report that matter, and refuses what is none.
final class ReportedValues {
  /// More than any receiver sees of one domain from one address in a day; it bounds what a forged
  /// report can claim.
  static final long MOST_MESSAGES = 100_000_000;

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}");
  private static final Pattern V4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
  private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");

  /// Names as mail has them: those of hosts, and underscores, which the DNS allows (RFC 2181 §11).
  private static final Pattern NAME =
      Pattern.compile("(?=.{1,253}$)[a-z0-9_-]{1,63}(\\.[a-z0-9_-]{1,63})+");

  private ReportedValues() {}

  /// An address (RFC 3986 §3.2.2, without brackets), in the one form that Java gives it.
  static String address(String text) {
    boolean looksLikeOne =
        text.indexOf(':') < 0 ? V4.matcher(text).matches() : V6.matcher(text).matches();
    if (looksLikeOne) {
      try {
        return InetAddress.ofLiteral(text).getHostAddress();
      } catch (IllegalArgumentException _) {
        // None after all.
      }
    }
    throw refusal(text, "is no IP address");
  }

  static long messages(String text) {
    long count = NUMBER.matcher(text).matches() ? Long.parseLong(text) : 0;
    if (count < 1 || count > MOST_MESSAGES) {
      throw refusal(
          text,
          "is no number of messages from 1 to " + String.format(Locale.UK, "%,d", MOST_MESSAGES));
    }
    return count;
  }

  static Instant time(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw refusal(text, "is no time in seconds since 1970");
    }
    return Instant.ofEpochSecond(Long.parseLong(text));
  }

  /// The domain of an author: senders write what they like, so an underscore is let through.
  static String author(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    return isName(lower) && lower.indexOf('_') >= 0 ? lower : DomainName.parse(text).ascii();
  }

  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /// What is done with messages, or what a policy asks for.
  static Disposition disposition(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "none" -> Disposition.NONE;
      case "pass" -> Disposition.PASS;
      case "quarantine" -> Disposition.QUARANTINE;
      case "reject" -> Disposition.REJECT;
      default -> throw refusal(text, "is none of none, pass, quarantine and reject");
    };
  }

  static Disposition policy(String text) {
    var asked = disposition(text);
    if (asked == Disposition.PASS) {
      throw refusal(text, "is none of none, quarantine and reject");
    }
    return asked;
  }

  static boolean passes(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "pass" -> true;
      case "fail" -> false;
      default -> throw refusal(text, "is neither pass nor fail");
    };
  }

  private static Refusal refusal(String text, String why) {
    return new Refusal("value", Refusal.quote(text) + " " + why + ".");
  }
}
