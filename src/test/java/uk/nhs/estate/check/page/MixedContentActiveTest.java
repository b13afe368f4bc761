package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.page.PageSamples.body;
import static uk.nhs.estate.sample.SoundSite.markup;

import java.util.stream.Stream;
import uk.nhs.estate.check.Verdict;

class MixedContentActiveTest extends PageCheckTest {

  MixedContentActiveTest() {
    super(new MixedContentActive());
  }

  @Override
  Stream<Example> pages() {
    return Stream.of(
        passes("https"),
        passes(
            "a policy makes browsers ask by https",
            body("<script src=http://x.test/a.js></script>", "upgrade-insecure-requests")),
        passes("a link loads nothing", body("<a href=http://x.test/>x</a>")),
        passes("an image is upgraded", body("<img src=http://x.test/a.png>")),
        passes(
            "the visitor's own device", body("<script src=http://127.0.0.1:8080/a.js></script>")),
        passes("a relative address after a base", body("<script src=a.js></script>")),
        fails(
            "a script",
            new Verdict.Fail("x.test", "script http://x.test/a.js"),
            body("<script src=http://x.test/a.js></script>")),
        fails(
            "a stylesheet",
            new Verdict.Fail("x.test", "stylesheet"),
            body("<link rel=stylesheet href=http://x.test/a.css>")),
        fails(
            "an import in CSS",
            new Verdict.Fail("x.test", "stylesheet"),
            body("<style>/* url(http://no.test/) */ @import 'http://x.test/a.css';</style>")),
        fails(
            "a font in CSS",
            new Verdict.Fail("x.test", "font"),
            body("<style>@font-face { src: url(http://x.test/a.woff) }</style>")),
        fails(
            "an image of a set",
            new Verdict.Fail("x.test", "image set"),
            body("<img src=/a.png srcset='http://x.test/b.png 2x'>")),
        fails(
            "whatever comes after a base by http",
            new Verdict.Fail("x.test", "script http://x.test/assets/site.js"),
            markup(
                text ->
                    text.replace("<title>", "<base href=http://x.test/><title>")
                        .replace("<link rel=\"stylesheet\" href=\"/assets/site.css\">", ""))));
  }
}
