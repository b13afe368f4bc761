package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.MARKUP;
import static uk.nhs.estate.sample.SoundSite.PAGE;
import static uk.nhs.estate.sample.SoundSite.header;
import static uk.nhs.estate.sample.SoundSite.secure;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.with;

import java.util.stream.Stream;
import uk.nhs.estate.observation.HttpFacts;

class ReferrerPolicyMissingOrUnsafeTest extends PageCheckTest {
  private static final String RP = "Referrer-Policy";

  ReferrerPolicyMissingOrUnsafeTest() {
    super(new ReferrerPolicyMissingOrUnsafe());
  }

  @Override
  protected Stream<Example> ofPage() {
    return Stream.of(
        passes("the default of today's browsers"),
        passes("nothing", header(RP, "NO-REFERRER")),
        passes("the last one that browsers know", header(RP, "unsafe-url", "no-referrer, bogus")),
        passes("the origin alone", header(RP, "origin")),
        doesNotApply(
            "an interface has no pages",
            "it serves application/json",
            header("Content-Type", "application/json; charset=utf-8")),
        passes("a document of XML", header("Content-Type", "image/svg+xml")),
        fails("none", "no " + RP, header(RP)),
        fails("unsafe-url", "unsafe-url", header(RP, "unsafe-url")),
        fails(
            "the old default",
            "no-referrer-when-downgrade",
            header(RP, "no-referrer, no-referrer-when-downgrade")),
        fails("not valid", "not valid: never", header(RP, "never")),
        passes("in markup alone", inMarkup("no-referrer")),
        passes("a word of old in markup", inMarkup("default")),
        passes("the markup counts more than the header", inMarkup("never", "unsafe-url")),
        fails("also where it is worse", "unsafe-url", inMarkup("always", "no-referrer")),
        fails("nothing in markup that is one", "no " + RP, inMarkup("origin, no-referrer")),
        passes("a header where nothing in markup is one", inMarkup("bogus", "no-referrer")),
        cannotTell("no header, and a page that was not read", "not read", unread()),
        passes("a header, and a page that was not read", unread("no-referrer")));
  }

  private static HttpFacts inMarkup(String content, String... header) {
    return secure(
        answered(
            MARKUP.replace("<title>", "<meta name='referrer' content='" + content + "'><title>"),
            with(PAGE, RP, header)));
  }

  private static HttpFacts unread(String... header) {
    return secure(answered(with(PAGE, RP, header)));
  }
}
