package uk.nhs.estate.observation.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Where reports on mail are to be sent: one URI of `rua` or `ruf` in a DMARC policy record (RFC
/// 9989 §4.6, §4.8).
public sealed interface DmarcUri {

  /// The URI as written, without the spaces around it.
  String text();

  /// A mailbox (RFC 6068), the one kind of address that every reporter must serve (§4.7).
  ///
  /// @param address the mailbox as written
  /// @param domain its domain, in lower case
  /// @param size the largest report wanted, as written after an exclamation mark; empty without. It
  ///     is obsolete, and reporters pass over it (§4.8)
  record Mailbox(String text, String address, String domain, String size) implements DmarcUri {

    /// The URI without its size.
    public String withoutSize() {
      return size.isEmpty() ? text : text.substring(0, text.length() - size.length() - 1);
    }
  }

  /// A URI of another scheme, which reporters may pass over (§4.7).
  record Other(String text, String scheme) implements DmarcUri {}

  /// What is no URI, or no address: nobody reports to it.
  ///
  /// @param why in words
  record Broken(String text, String why) implements DmarcUri {}

  /// Reads the value of `rua` or `ruf`: URIs between commas. A value that is empty is one broken
  /// URI.
  static List<DmarcUri> list(String value) {
    var uris = new ArrayList<DmarcUri>();
    for (var part : value.split(",", -1)) {
      uris.add(Reading.of(CommaSeparated.trim(part)));
    }
    return List.copyOf(uris);
  }

  /// The grammar.
  final class Reading {
    /// A scheme, a colon and something, all of it in the characters of addresses (RFC 3986 §2, §3)
    /// but for commas and exclamation marks, which must be encoded (§4.8).
    private static final Pattern URI =
        Pattern.compile(
            "([A-Za-z][A-Za-z0-9+.-]*):((?:[A-Za-z0-9._~:/?#\\[\\]@$&'()*+;=-]|%[0-9A-Fa-f]{2})+)");

    private static final Pattern SIZE = Pattern.compile("(.*)!([0-9]+[kmgtKMGT]?)");

    /// One mailbox, maybe with header fields after it.
    private static final Pattern MAILBOX =
        Pattern.compile(
            "([^@?]{1,64}@((?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\\.)+"
                + "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?))(?:\\?.*)?");

    private static final int LONGEST_DOMAIN = 253;

    private Reading() {}

    static DmarcUri of(String text) {
      if (text.isEmpty()) {
        return new Broken(text, "it is empty");
      }
      var sized = SIZE.matcher(text);
      var size = sized.matches() ? sized.group(2) : "";
      var uri = URI.matcher(sized.matches() ? sized.group(1) : text);
      if (!uri.matches()) {
        return new Broken(text, whyNoUri(text));
      }
      var scheme = uri.group(1).toLowerCase(Locale.ROOT);
      if (!scheme.equals("mailto")) {
        return new Other(text, scheme);
      }
      var mailbox = MAILBOX.matcher(uri.group(2));
      return mailbox.matches() && mailbox.group(2).length() <= LONGEST_DOMAIN
          ? new Mailbox(text, mailbox.group(1), mailbox.group(2).toLowerCase(Locale.ROOT), size)
          : new Broken(text, "what follows mailto: is not one e-mail address");
    }

    private static String whyNoUri(String text) {
      if (text.indexOf(':') < 0) {
        return text.indexOf('@') < 0 ? "it is no address" : "mailto: is missing before it";
      }
      return text.indexOf(' ') >= 0
          ? "it has a space in it"
          : "it has characters that an address cannot have, or a part is missing";
    }
  }
}
