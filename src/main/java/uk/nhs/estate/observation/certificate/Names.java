package uk.nhs.estate.observation.certificate;

import java.util.Locale;
import java.util.regex.Pattern;
import uk.nhs.estate.observation.text.IpAddress;

/// Whether names are what they say they are, and whether a certificate is for one (RFC 9525 §6).
public final class Names {
  private static final int LONGEST_NAME = 253;

  /// A label of a host name; underscores are no part of it, and are in use all the same.
  private static final String LABEL = "[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?";

  private static final Pattern HOST =
      Pattern.compile(LABEL + "(?:\\." + LABEL + ")*", Pattern.CASE_INSENSITIVE);

  private static final Pattern LOCAL_PART =
      Pattern.compile("[\\x21-\\x7e&&[^\"(),:;<>@\\[\\\\\\]]]+|\"[\\x20-\\x7e]+\"");

  private Names() {}

  /// Whether a certificate is for a peer. Its common name is not asked, and a star stands for
  /// exactly one label, the whole left-most one (RFC 9525 §6.3).
  public static boolean match(Certificate certificate, PeerName peer) {
    return certificate.names().stream()
        .anyMatch(
            name ->
                switch (peer) {
                  case PeerName.Host(var host) ->
                      name.kind() == AlternativeName.Kind.DNS && matches(name.ascii(), host);
                  case PeerName.Address(var address) ->
                      name.kind() == AlternativeName.Kind.IP
                          && name.text().equals(address.toString());
                });
  }

  private static boolean matches(String presented, String host) {
    if (!isWildcard(presented)) {
      return isHost(presented) && presented.equalsIgnoreCase(host);
    }
    int dot = host.indexOf('.');
    return dot > 0
        && isHost(host)
        && isHost(presented.substring(2))
        && presented.substring(1).equalsIgnoreCase(host.substring(dot));
  }

  /// Whether it stands for all names that have one label more.
  static boolean isWildcard(String name) {
    return name.startsWith("*.");
  }

  static boolean isHost(String name) {
    return name.length() <= LONGEST_NAME && HOST.matcher(name).matches();
  }

  /// Whether a name of a certificate is what its form says (RFC 5280 §4.2.1.6). A star may stand in
  /// a DNS name as its left-most label.
  static boolean isWellFormed(AlternativeName name) {
    return switch (name.kind()) {
      case DNS -> {
        var text = name.ascii();
        var host = isWildcard(text) ? text.substring(2) : text;
        yield isHost(host) && IpAddress.parse(host).isEmpty();
      }
      case IP -> name.value().size() == 4 || name.value().size() == 16;
      case EMAIL -> isMailbox(name.ascii());
      case DIRECTORY -> name.directory() != null;
      case URI, OTHER, X400, EDI_PARTY, REGISTERED_ID -> true;
    };
  }

  static boolean isMailbox(String address) {
    int at = address.lastIndexOf('@');
    return at > 0
        && LOCAL_PART.matcher(address.substring(0, at)).matches()
        && isHost(address.substring(at + 1));
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
