package uk.nhs.estate.profile.observatory;

import java.util.Locale;

/// A place at which the Observatory reads a standard otherwise than browsers do, and we go by the
/// standard.
public enum Deviation {
  CSP_EACH_POLICY(
      "every policy is enforced on its own, and what one does not mention another may still forbid",
      "CSP Level 3 §2.2.2 and §6.8.4",
      "https://www.w3.org/TR/CSP3/#parse-serialized-policy-list"),
  CSP_EMPTY_POLICY(
      "a policy without a directive is none, and those beside it stand",
      "CSP Level 3 §2.2.2",
      "https://www.w3.org/TR/CSP3/#parse-serialized-policy-list"),
  CSP_NONCE_GRAMMAR(
      "a nonce or a hash needs a value in base64 and its closing quote, else it is none",
      "CSP Level 3 §2.3.1",
      "https://www.w3.org/TR/CSP3/#grammardef-nonce-source"),
  CSP_STRICT_DYNAMIC(
      "beside 'strict-dynamic' no host and no scheme counts for scripts",
      "CSP Level 3 §8.2",
      "https://www.w3.org/TR/CSP3/#strict-dynamic-usage"),
  CSP_ELEMENTS_AND_ATTRIBUTES(
      "the directives for elements and for attributes stand in for the general one",
      "CSP Level 3 §6.8.3",
      "https://www.w3.org/TR/CSP3/#directive-fallback-list"),
  CSP_SOURCE_MATCHING(
      "ws: matches http and https as well, wss: matches https, and a host of * with a port is any"
          + " host",
      "CSP Level 3 §6.7.2.8",
      "https://www.w3.org/TR/CSP3/#match-schemes"),
  CSP_META_PLACE(
      "a meta element gives a policy only as a child of the head",
      "HTML §4.2.5.3",
      "https://html.spec.whatwg.org/multipage/semantics.html"
          + "#attr-meta-http-equiv-content-security-policy"),
  MEDIA_TYPE(
      "the name of a media type has no case, and spaces may follow it",
      "RFC 9110 §8.3.1",
      "https://www.rfc-editor.org/rfc/rfc9110#section-8.3.1"),
  COOKIE_KEPT(
      "only what browsers keep is a cookie: with or without a name, in keeping with its prefix, and"
          + " not past its time",
      "RFC 6265bis §5.6 and §5.7",
      "https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-5.7"),
  COOKIE_NAMES(
      "the cookies of sessions and tokens are known by the words in their names",
      "OWASP Session Management Cheat Sheet, session ID name",
      "https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html"),
  COOKIE_OF_ANOTHER_FILE(
      "a cookie counts whichever file sets it, robots.txt too",
      "RFC 6265bis §5.6",
      "https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-5.6"),
  CORS_REFLECTED(
      "whatever origin asks is let in, with the visitor's cookies",
      "Fetch §3.3.4, CORS check",
      "https://fetch.spec.whatwg.org/#concept-cors-check"),
  CORS_NULL(
      "null is the origin of any sandboxed frame",
      "Fetch §3.3.4, CORS check",
      "https://fetch.spec.whatwg.org/#concept-cors-check"),
  CORS_ON_GET(
      "a plain GET needs no preflight, so its own answer decides",
      "Fetch §3.3.4, CORS check",
      "https://fetch.spec.whatwg.org/#concept-cors-check"),
  REDIRECT_WITHOUT_PLACE(
      "a redirect that names no place is none",
      "RFC 9110 §15.4",
      "https://www.rfc-editor.org/rfc/rfc9110#section-15.4"),
  REDIRECT_TO_NOWHERE(
      "somebody does answer over http, wherever the redirect leads",
      "RFC 9110 §15.4",
      "https://www.rfc-editor.org/rfc/rfc9110#section-15.4"),
  REFERRER_META(
      "a meta element may use the words of old, and counts unless browsers do not know it",
      "HTML §4.2.5.1",
      "https://html.spec.whatwg.org/multipage/semantics.html#meta-referrer"),
  HSTS_GRAMMAR(
      "a field that breaks the grammar is ignored whole",
      "RFC 6797 §6.1",
      "https://www.rfc-editor.org/rfc/rfc6797#section-6.1"),
  HSTS_FIRST_FIELD(
      "only the first of several fields counts",
      "RFC 6797 §8.1",
      "https://www.rfc-editor.org/rfc/rfc6797#section-8.1"),
  HSTS_EVERY_ANSWER(
      "any answer of the host over https sets the policy, a redirect too",
      "RFC 6797 §8.1",
      "https://www.rfc-editor.org/rfc/rfc6797#section-8.1"),
  HSTS_OVER_HTTP(
      "what is said over http is ignored",
      "RFC 6797 §8.1",
      "https://www.rfc-editor.org/rfc/rfc6797#section-8.1"),
  SRI_DATA_BLOCK(
      "a data block is never loaded",
      "HTML §4.12.1",
      "https://html.spec.whatwg.org/multipage/scripting.html#data-block"),
  SRI_INERT(
      "what a template or a noscript holds does not run",
      "HTML §4.12.2 and §4.12.3",
      "https://html.spec.whatwg.org/multipage/scripting.html#the-template-element"),
  SRI_ADDRESS(
      "where a script comes from is read as browsers read addresses",
      "URL §4.4",
      "https://url.spec.whatwg.org/#url-parsing"),
  SRI_DIGEST(
      "an integrity without a digest that browsers know fixes nothing",
      "Subresource Integrity §3.3.2",
      "https://www.w3.org/TR/SRI/#parse-metadata"),
  NOSNIFF_FIRST(
      "the first value of all fields decides",
      "Fetch §3.6, determine nosniff",
      "https://fetch.spec.whatwg.org/#determine-nosniff"),
  FRAMING_VALUES(
      "equal values are one, and values that contradict each other forbid framing",
      "HTML §7.6, X-Frame-Options",
      "https://html.spec.whatwg.org/multipage/document-lifecycle.html"
          + "#check-a-navigation-response's-adherence-to-x-frame-options"),
  FRAMING_ALLOW_FROM(
      "no browser knows ALLOW-FROM any more, so that it protects nothing",
      "HTML §7.6, X-Frame-Options",
      "https://html.spec.whatwg.org/multipage/document-lifecycle.html#the-x-frame-options-header"),
  FRAMING_POLICY(
      "frame-ancestors decides alone where a header has it, and protects only if it names fewer"
          + " than anybody",
      "CSP Level 3 §6.4.2",
      "https://www.w3.org/TR/CSP3/#directive-frame-ancestors"),
  CORP_CASE(
      "the value counts only in lower case",
      "Fetch §3.7",
      "https://fetch.spec.whatwg.org/#cross-origin-resource-policy-header");

  private final String words;
  private final String standard;
  private final String url;

  Deviation(String words, String standard, String url) {
    this.words = words;
    this.standard = standard;
    this.url = url;
  }

  /// Its name where machines read it, such as `csp-each-policy`.
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// What browsers do, without a full stop.
  public String words() {
    return words;
  }

  /// The standard that says so.
  public String standard() {
    return standard;
  }

  /// Where to read it.
  public String url() {
    return url;
  }
}
