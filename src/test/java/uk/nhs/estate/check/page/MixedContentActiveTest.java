package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.page.PageSamples.body;
import static uk.nhs.estate.check.page.PageSamples.json;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.markup;
import static uk.nhs.estate.sample.SoundSite.secure;
import static uk.nhs.estate.sample.SoundSite.status;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Topic;

class MixedContentActiveTest extends CheckTest {

  MixedContentActiveTest() {
    super(new MixedContentActive());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("https"),
        passes("a link loads nothing", body("<a href=http://x.test/>x</a>")),
        passes("an image is upgraded", body("<img src=http://x.test/a.png>")),
        passes("the visitor's own device", body("<script src=http://127.0.0.1:8080/a.js></script>")),
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
            markup(text -> text.replace("<title>", "<base href=http://x.test/><title>")
                .replace("<link rel=\"stylesheet\" href=\"/assets/site.css\">", ""))),
        cannotTell("robots are turned away", "403", status(403)),
        cannotTell("silence", "in time", secure(obstructed(SECURE))),
        doesNotApply(
            "it only redirects",
            "only redirects",
            secure(
                answered(
                    hop(SECURE, 301, "Location: https://x.test/"), hop("https://x.test/", 200)))),
        doesNotApply("it answers programs", "programs", json()),
        cannotTellWithout(Topic.HTTP));
  }
}
