package uk.nhs.estate.register;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A name under which a sender publishes a DKIM key, as its owner gave it (RFC 6376 §3.1).
///
/// @param text labels in lower case, parted by full stops
public record DkimSelector(String text) {

  /// No domain has more: each costs a question at every look.
  public static final int MOST = 50;

  private static final int LONGEST_NAME = 253;

  /// `sub-domain *( "." sub-domain )`, with the labels of RFC 5321 §4.1.2.
  private static final Pattern FORM =
      Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

  public DkimSelector {
    if (text.length() > LONGEST_NAME || !FORM.matcher(text).matches()) {
      throw new Refusal(
          "selectors",
          Refusal.quote(text)
              + " is no selector: give letters, digits and hyphens, such as selector1, as in s="
              + " of the DKIM-Signature header, without ._domainkey and what follows.");
    }
  }

  /// Reads one in any case, with spaces around it.
  ///
  /// @throws Refusal for what is none
  public static DkimSelector parse(String given) {
    return new DkimSelector(given.strip().toLowerCase(Locale.ROOT));
  }

  /// Reads all selectors of a domain, each once, in order.
  ///
  /// @throws Refusal for what is none, for more than there may be, and for one with which the name
  ///     of the key would be too long
  public static List<DkimSelector> all(DomainName domain, List<String> given) {
    var selectors = given.stream().map(DkimSelector::parse).distinct().toList();
    if (selectors.size() > MOST) {
      throw new Refusal(
          "selectors",
          "A domain has at most " + MOST + " selectors; these are " + selectors.size() + ".");
    }
    for (var selector : selectors) {
      if (selector.keyName(domain).length() > LONGEST_NAME) {
        throw new Refusal(
            "selectors", Refusal.quote(selector.text()) + " is too long for this domain.");
      }
    }
    return selectors;
  }

  /// The name at which the key of a domain stands.
  public String keyName(DomainName domain) {
    return text + "._domainkey." + domain.ascii();
  }

  @Override
  public String toString() {
    return text;
  }
}
