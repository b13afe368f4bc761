package uk.nhs.estate.check.page;

import static uk.nhs.estate.sample.SoundSite.PAGE;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;

import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.sample.SoundSite;
import uk.nhs.estate.sample.Visits;

/// Pages that the tests of checks spoil.
final class PageSamples {
  private PageSamples() {}

  /// The sound page with something more at the end of its body.
  static HttpFacts body(String more) {
    return SoundSite.markup(text -> text.replace("</body>", more + "</body>"));
  }

  /// The same with another policy.
  static HttpFacts body(String more, String policy) {
    return SoundSite.secure(
        answered(
            SoundSite.MARKUP.replace("</body>", more + "</body>"),
            Visits.with(PAGE, "Content-Security-Policy", policy)));
  }

  /// Another page in place of the sound one.
  static HttpFacts page(String html) {
    return SoundSite.secure(answered(html, PAGE));
  }

  /// A page that a crawl came by.
  static Visit crawled(String path, String html) {
    return answered(html, hop(SECURE + path, 200, "Content-Type: text/html; charset=utf-8"));
  }

  /// What programs are answered.
  static HttpFacts json() {
    return SoundSite.secure(answered("{}", Visits.with(PAGE, "Content-Type", "application/json")));
  }
}
