package uk.nhs.estate.register;

import java.util.regex.Pattern;

/// Names a mailbox: a local part, kept as written, and a domain.
///
/// It is the `Mailbox` of RFC 5321 §4.1.2 with a dot-string of ASCII on the left and a name on the
/// right: quoted local parts and address literals are no contact that anybody publishes. Limits:
/// RFC 5321 §4.5.3.1.
public record EmailAddress(String local, DomainName domain) {

  private static final int MOST_LOCAL = 64;
  private static final int MOST = 254;
  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final Pattern LOCAL = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*");

  public EmailAddress {
    if (local.length() > MOST_LOCAL || !LOCAL.matcher(local).matches()) {
      throw refusal(local, "is no left-hand side of an e-mail address");
    }
    if (local.length() + 1 + domain.ascii().length() > MOST) {
      throw refusal(
          local + "@" + domain,
          "is too long: an e-mail address has at most " + MOST + " characters");
    }
  }

  /// Reads an address as people write it.
  ///
  /// @throws Refusal if it is none
  public static EmailAddress parse(String text) {
    String address = text.strip();
    int at = address.lastIndexOf('@');
    if (at < 0) {
      throw refusal(address, "has no @: give an e-mail address, as it.security@trust.nhs.uk");
    }
    try {
      return new EmailAddress(
          address.substring(0, at), DomainName.parse(address.substring(at + 1)));
    } catch (Refusal refusal) {
      throw new Refusal("email", refusal.message());
    }
  }

  private static Refusal refusal(String text, String why) {
    return new Refusal("email", Refusal.quote(text) + " " + why + ".");
  }

  @Override
  public String toString() {
    return local + "@" + domain;
  }
}
