package uk.nhs.estate.profile.observatory;

/// What one of the Observatory's tests comes to, with what it adds to the score or takes from it.
public enum Outcome {
  CSP_NONE(
      "csp-implemented-with-no-unsafe-default-src-none",
      true,
      10,
      "The policy starts from nothing and allows nothing unsafe."),
  CSP_SOUND("csp-implemented-with-no-unsafe", true, 5, "The policy allows nothing unsafe."),
  CSP_UNSAFE_STYLE(
      "csp-implemented-with-unsafe-inline-in-style-src-only",
      true,
      0,
      "The policy is safe for scripts, and lets styles stand in the page or come from anywhere."),
  CSP_INSECURE_PASSIVE(
      "csp-implemented-with-insecure-scheme-in-passive-content-only",
      true,
      -10,
      "The policy lets images, video or sound come over http."),
  CSP_REPEATED(
      "csp-implemented-but-duplicate-directives",
      true,
      0,
      "The policy is sound, and says twice where reports go."),
  CSP_EVAL(
      "csp-implemented-with-unsafe-eval", false, -10, "The policy lets scripts run text as code."),
  CSP_UNSAFE_INLINE(
      "csp-implemented-with-unsafe-inline",
      false,
      -20,
      "The policy does not contain scripts: those in the page run, or those from anywhere."),
  CSP_INSECURE(
      "csp-implemented-with-insecure-scheme",
      false,
      -20,
      "The policy of a page over https names sources over http."),
  CSP_INVALID("csp-header-invalid", false, -25, "The policy cannot be read as one."),
  CSP_MISSING("csp-not-implemented", false, -25, "There is no policy."),
  CSP_REPORT_ONLY(
      "csp-not-implemented-but-reporting-enabled",
      false,
      -25,
      "There is a policy that only reports."),
  COOKIES_ALL_SOUND(
      "cookies-secure-with-httponly-sessions-and-samesite",
      true,
      5,
      "All cookies are Secure and say SameSite, and those of sessions are HttpOnly."),
  COOKIES_SOUND(
      "cookies-secure-with-httponly-sessions",
      true,
      0,
      "All cookies are Secure, and those of sessions are HttpOnly."),
  COOKIES_NONE("cookies-not-found", true, 0, "No cookie is set."),
  COOKIES_INSECURE_HSTS(
      "cookies-without-secure-flag-but-protected-by-hsts",
      false,
      -5,
      "A cookie is not Secure; HSTS keeps it from http."),
  COOKIES_SESSION_INSECURE_HSTS(
      "cookies-session-without-secure-flag-but-protected-by-hsts",
      false,
      -10,
      "The cookie of a session is not Secure; HSTS keeps it from http."),
  COOKIES_INSECURE("cookies-without-secure-flag", false, -20, "A cookie is not Secure."),
  COOKIES_SAMESITE_INVALID(
      "cookies-samesite-flag-invalid",
      false,
      -20,
      "A cookie has a SameSite that browsers do not know or do not accept."),
  COOKIES_ANTICSRF(
      "cookies-anticsrf-without-samesite-flag",
      false,
      -20,
      "The cookie of a token against forged requests does not say SameSite."),
  COOKIES_SESSION_SCRIPTS(
      "cookies-session-without-httponly-flag",
      false,
      -30,
      "Scripts can read the cookie of a session."),
  COOKIES_SESSION_INSECURE(
      "cookies-session-without-secure-flag", false, -40, "The cookie of a session is not Secure."),
  CORS_NONE(
      "cross-origin-resource-sharing-not-implemented",
      true,
      0,
      "Scripts of other sites can read nothing."),
  CORS_PUBLIC(
      "cross-origin-resource-sharing-implemented-with-public-access",
      true,
      0,
      "Scripts of any site can read what everybody may see."),
  CORS_RESTRICTED(
      "cross-origin-resource-sharing-implemented-with-restricted-access",
      true,
      0,
      "Scripts of some sites can read the page."),
  CORS_UNIVERSAL(
      "cross-origin-resource-sharing-implemented-with-universal-access",
      false,
      -50,
      "Scripts of any site can read what a signed-in visitor sees."),
  REDIRECT_PRELOADED(
      "redirection-all-redirects-preloaded",
      true,
      0,
      "Browsers come over https by themselves: every host on the way is preloaded."),
  REDIRECT_SOUND(
      "redirection-to-https",
      true,
      0,
      "Visitors over http are sent to https on the same host first."),
  REDIRECT_NO_HTTP("redirection-not-needed-no-http", true, 0, "Nobody answers over http."),
  REDIRECT_OFF_HOST(
      "redirection-off-host-from-http",
      false,
      -5,
      "Visitors over http are sent to https on another host, so that HSTS cannot take hold."),
  REDIRECT_LATE(
      "redirection-not-to-https-on-initial-redirection",
      false,
      -10,
      "Visitors over http are sent to another page over http first."),
  REDIRECT_NOT_HTTPS(
      "redirection-not-to-https",
      false,
      -20,
      "Visitors over http are sent on, and do not end at https."),
  REDIRECT_MISSING("redirection-missing", false, -20, "Visitors over http stay there."),
  REDIRECT_UNTRUSTED(
      "redirection-invalid-cert",
      false,
      -20,
      "Visitors over http are sent to a certificate that browsers do not trust."),
  REFERRER_PRIVATE(
      "referrer-policy-private", true, 5, "Other sites are told the site at the most."),
  REFERRER_MISSING(
      "referrer-policy-not-implemented",
      true,
      0,
      "Nothing is said, and browsers go by their own rule."),
  REFERRER_UNSAFE("referrer-policy-unsafe", false, -5, "Other sites are told more than they need."),
  REFERRER_INVALID(
      "referrer-policy-header-invalid", false, -5, "What is said is no policy that browsers know."),
  HSTS_PRELOADED(
      "hsts-preloaded", true, 5, "Browsers know that the host is reached over https only."),
  HSTS_LONG(
      "hsts-implemented-max-age-at-least-six-months",
      true,
      0,
      "Browsers come back over https only, for six months at least."),
  HSTS_SHORT(
      "hsts-implemented-max-age-less-than-six-months",
      false,
      -10,
      "Browsers come back over https only, for less than six months."),
  HSTS_MISSING(
      "hsts-not-implemented", false, -20, "Browsers are not told to come back over https only."),
  HSTS_INVALID(
      "hsts-header-invalid", false, -20, "Browsers are told in a way that they do not understand."),
  HSTS_NO_HTTPS("hsts-not-implemented-no-https", false, -20, "Nobody answers over https."),
  HSTS_UNTRUSTED(
      "hsts-invalid-cert",
      false,
      -20,
      "Browsers do not trust the certificate, and so remember nothing."),
  SRI_ALL(
      "sri-implemented-and-all-scripts-loaded-securely",
      true,
      5,
      "Scripts are the site's own, and their content is fixed."),
  SRI_EXTERNAL(
      "sri-implemented-and-external-scripts-loaded-securely",
      true,
      5,
      "The content of scripts from elsewhere is fixed."),
  SRI_NOT_HTML("sri-not-implemented-response-not-html", true, 0, "The answer is no page."),
  SRI_NO_SCRIPTS("sri-not-implemented-but-no-scripts-loaded", true, 0, "The page has no scripts."),
  SRI_OWN_SCRIPTS(
      "sri-not-implemented-but-all-scripts-loaded-from-secure-origin",
      true,
      0,
      "Scripts are the site's own."),
  SRI_UNFIXED(
      "sri-not-implemented-but-external-scripts-loaded-securely",
      false,
      -5,
      "The content of a script from elsewhere is not fixed."),
  SRI_INSECURE(
      "sri-implemented-but-external-scripts-not-loaded-securely",
      false,
      -20,
      "A script from elsewhere may come over http; its content is fixed."),
  SRI_UNFIXED_INSECURE(
      "sri-not-implemented-and-external-scripts-not-loaded-securely",
      false,
      -50,
      "A script from elsewhere may come over http, and its content is not fixed."),
  NOSNIFF("x-content-type-options-nosniff", true, 0, "Browsers do not guess content types."),
  NOSNIFF_MISSING(
      "x-content-type-options-not-implemented",
      false,
      -5,
      "Browsers are not told to leave off guessing."),
  NOSNIFF_INVALID(
      "x-content-type-options-header-invalid",
      false,
      -5,
      "What is said of guessing is nothing that browsers know."),
  FRAMING_CSP(
      "x-frame-options-implemented-via-csp", true, 5, "A policy says who may frame the page."),
  FRAMING_HEADER(
      "x-frame-options-sameorigin-or-deny", true, 5, "Other sites cannot frame the page."),
  FRAMING_ALLOW_FROM(
      "x-frame-options-allow-from-origin",
      true,
      0,
      "One site is allowed to frame the page in words that browsers no longer know."),
  FRAMING_OPEN("x-frame-options-not-implemented", false, -20, "Any site may frame the page."),
  FRAMING_INVALID(
      "x-frame-options-header-invalid",
      false,
      -20,
      "What is said of framing is nothing that browsers know."),
  CORP_SAME_ORIGIN(
      "corp-implemented-with-same-origin",
      true,
      10,
      "Only the site itself can load the page as a part."),
  CORP_SAME_SITE(
      "corp-implemented-with-same-site",
      true,
      10,
      "Only the site and its neighbours can load the page as a part."),
  CORP_CROSS_ORIGIN(
      "corp-implemented-with-cross-origin",
      true,
      0,
      "Any site can load the page as a part, and it is said."),
  CORP_MISSING("corp-not-implemented", true, 0, "Any site can load the page as a part."),
  CORP_INVALID(
      "corp-header-invalid", false, -5, "What is said of loading is nothing that browsers know."),
  COEP_REQUIRE_CORP(
      "coep-implemented-with-require-corp", true, 10, "The page embeds only what agrees to it."),
  COEP_CREDENTIALLESS(
      "coep-implemented-with-credentialless",
      true,
      10,
      "The page embeds what is elsewhere without the visitor's cookies."),
  COEP_UNSAFE_NONE(
      "coep-implemented-with-unsafe-none", true, 0, "The page embeds anything, and it is said."),
  COEP_MISSING("coep-not-implemented", true, 0, "The page embeds anything."),
  COEP_INVALID(
      "coep-header-invalid", false, -5, "What is said of embedding is nothing that browsers know."),
  COOP_SAME_ORIGIN(
      "coop-implemented-with-same-origin", true, 10, "The page shares no window with other sites."),
  COOP_ALLOW_POPUPS(
      "coop-implemented-with-same-origin-allow-popups",
      true,
      10,
      "The page shares no window with sites that open it."),
  COOP_NOOPENER(
      "coop-implemented-with-noopener-allow-popups",
      true,
      10,
      "The page is cut off from who opens it."),
  COOP_UNSAFE_NONE(
      "coop-implemented-with-unsafe-none",
      true,
      0,
      "The page shares its window with who opens it, and it is said."),
  COOP_MISSING("coop-not-implemented", true, 0, "The page shares its window with who opens it."),
  COOP_INVALID(
      "coop-header-invalid", false, -5, "What is said of windows is nothing that browsers know.");

  private final String id;
  private final boolean pass;
  private final int modifier;
  private final String words;

  Outcome(String id, boolean pass, int modifier, String words) {
    this.id = id;
    this.pass = pass;
    this.modifier = modifier;
    this.words = words;
  }

  /// As the Observatory calls it.
  public String id() {
    return id;
  }

  /// Whether the Observatory counts the test as passed.
  public boolean isPass() {
    return pass;
  }

  /// Points.
  public int modifier() {
    return modifier;
  }

  /// What it means.
  public String words() {
    return words;
  }
}
