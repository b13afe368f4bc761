package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.page.PageSamples.body;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.crawl;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.stream.Stream;
import uk.nhs.estate.check.Verdict;

class ScriptWithoutIntegrityTest extends PageCheckTest {

  ScriptWithoutIntegrityTest() {
    super(new ScriptWithoutIntegrity());
  }

  @Override
  Stream<Example> pages() {
    return Stream.of(
        passes("a script of its own"),
        passes("a name beside it", body("<script src='//static.trust.nhs.uk/a.js'></script>")),
        passes("no integrity on an image", body("<img src=https://x.test/a.png>")),
        passes(
            "one with integrity",
            body(
                "<script src=//x.test/a.js"
                    + " integrity=sha384-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA></script>")),
        passes("a data block", body("<script type=text/x src=//x.test/a.js></script>")),
        passes("in a template", body("<template><script src=//x.test/a.js></script></template>")),
        passes("in a noscript", body("<noscript><script src=//x.test/a.js></script></noscript>")),
        fails(
            "a script of others",
            new Verdict.Fail("x.test", "script https://x.test/a.js"),
            body("<script src=//x.test/a.js></script>")),
        fails(
            "backslashes lead elsewhere too",
            new Verdict.Fail("x.test", "script https://x.test/a.js"),
            body("<script src='\\\\x.test\\a.js'></script>")),
        fails(
            "another body of the NHS is somebody else",
            new Verdict.Fail("cdn.other.nhs.uk", "script"),
            body("<script src=https://cdn.other.nhs.uk/a.js></script>")),
        fails(
            "styles",
            new Verdict.Fail("x.test", "stylesheet https://x.test/a.css"),
            body("<link rel=stylesheet href=https://x.test/a.css>")),
        fails(
            "on another page",
            new Verdict.Fail("x.test", "script https://x.test/a.js on /b"),
            crawl(PageSamples.crawled("b", "<script src=//x.test/a.js></script>"))),
        passes("another page is sound", crawl(PageSamples.crawled("b", "<p>b"))),
        passes("another page is gone", crawl(answered("gone", hop(SECURE + "b", 404)))),
        cannotTell("another page is hidden", "503", crawl(answered(hop(SECURE + "b", 503)))),
        cannotTell("another page is silent", "in time", crawl(obstructed(SECURE + "b"))),
        cannotTell("more links than are kept", "too long", body("<a href=/x>x</a>".repeat(5_001))));
  }
}
