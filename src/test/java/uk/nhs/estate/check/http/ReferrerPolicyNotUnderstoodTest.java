package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.header;
import static uk.nhs.estate.sample.SoundSite.markup;

import java.util.stream.Stream;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;

class ReferrerPolicyNotUnderstoodTest extends PageCheckTest {
  private static final String RP = "Referrer-Policy";

  ReferrerPolicyNotUnderstoodTest() {
    super(new ReferrerPolicyNotUnderstood());
  }

  @Override
  protected Stream<Example> ofPage() {
    return Stream.of(
        passes("one that is known"),
        passes("a list for older browsers", header(RP, "no-referrer,, Origin", "same-origin")),
        passes("an empty value", header(RP, "")),
        fails("a word of old", new Verdict.Fail("header", "pass over never"), header(RP, "never")),
        fails("beside others", new Verdict.Fail("header", "bogus"), header(RP, "a, origin, bogus")),
        passes("a word of old in markup", inMarkup("never")),
        passes("markup that gives none", inMarkup("")),
        fails(
            "a list in markup",
            new Verdict.Fail("markup", "pass over origin, no-referrer"),
            inMarkup("origin, no-referrer")),
        doesNotApply("none", "no " + RP, header(RP)));
  }

  private static HttpFacts inMarkup(String content) {
    return markup(
        page -> page.replace("<title>", "<meta name='referrer' content='" + content + "'><title>"));
  }
}
