package uk.nhs.estate.observation;

import java.util.Locale;
import java.util.Set;
import uk.nhs.estate.observation.page.Markup;
import uk.nhs.estate.observation.page.Telltale;

/// What a site is there for, as its answers show it, so that it is asked only for what fits. When
/// in doubt, it is an ordinary one.
public enum SiteRole {
  ORDINARY("it has pages for visitors"),
  REDIRECT("it only leads elsewhere"),
  API("it answers programs, not people"),
  SIGN_IN("it lets in only those who sign in"),
  PARKED("no page was put there yet, or the name is not used"),
  MAIL("it serves mail programs");

  /// First labels of names at which mail programs look for settings.
  private static final Set<String> ASKED_BY_MAIL_PROGRAMS =
      Set.of("autodiscover", "autoconfig", "mta-sts");

  private static final Set<String> NAMES_OF_WEBMAIL =
      Set.of("mail", "webmail", "owa", "email", "mailhost", "smtp", "imap", "pop", "mx");

  private static final Set<String> TITLES_OF_WEBMAIL =
      Set.of("outlook", "outlook web app", "roundcube webmail", "zimbra web client sign in");

  /// A page that only asks who somebody is has few links and few words.
  private static final int MOST_LINKS_TO_SIGN_IN = 12;

  private static final int MOST_WORDS_TO_SIGN_IN = 1_200;

  private final String words;

  SiteRole(String words) {
    this.words = words;
  }

  /// The rule by which a site has this role, in words.
  public String words() {
    return words;
  }

  /// That of a site.
  public static SiteRole of(HttpFacts http) {
    return switch (http.page()) {
      case HttpFacts.Page.NotServed _ -> http.secure().hops().isEmpty() ? ORDINARY : REDIRECT;
      case HttpFacts.Page.Hidden _ -> ORDINARY;
      case HttpFacts.Page.Shown(var hop, _) -> of(http, hop);
    };
  }

  private static SiteRole of(HttpFacts http, Hop hop) {
    var label = http.host().substring(0, Math.max(http.host().indexOf('.'), 0));
    var markup = HttpFacts.markup(http.secure());
    boolean html = Markup.isHtml(String.join(",", hop.values("Content-Type")));
    if (ASKED_BY_MAIL_PROGRAMS.contains(label) && (!html || hop.status() != 200)) {
      return MAIL;
    }
    if (hop.status() == 401) {
      return SIGN_IN;
    }
    if (!html) {
      return API;
    }
    if (markup.isEmpty()) {
      return ORDINARY;
    }
    var page = markup.get();
    if (NAMES_OF_WEBMAIL.contains(label)
        && TITLES_OF_WEBMAIL.contains(page.title().toLowerCase(Locale.ROOT))) {
      return MAIL;
    }
    if (Telltale.of(page, Telltale.Kind.DEFAULT_PAGE).isPresent()
        || Telltale.of(page, Telltale.Kind.PARKED).isPresent()) {
      return PARKED;
    }
    boolean onlySignsIn =
        page.isComplete()
            && page.passwords() > 0
            && page.links().size() <= MOST_LINKS_TO_SIGN_IN
            && page.words().length() <= MOST_WORDS_TO_SIGN_IN;
    return onlySignsIn ? SIGN_IN : ORDINARY;
  }
}
