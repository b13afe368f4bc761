package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.page.PageSamples.body;

import java.util.stream.Stream;
import uk.nhs.estate.check.Verdict;

class IntegrityWithoutCrossoriginTest extends PageCheckTest {

  IntegrityWithoutCrossoriginTest() {
    super(new IntegrityWithoutCrossorigin());
  }

  @Override
  Stream<Example> pages() {
    return Stream.of(
        passes("no integrity"),
        passes(
            "the same origin",
            body(
                "<script src=/a.js"
                    + " integrity=sha384-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA></script>")),
        passes(
            "with it",
            body(
                "<script src=//x.test/a.js"
                    + " integrity=sha384-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
                    + " crossorigin></script>")),
        passes(
            "a digest that browsers pass over",
            body("<script src=//x.test/a.js integrity=x></script>")),
        fails(
            "without it",
            new Verdict.Fail("x.test/a.js", "script"),
            body(
                "<script src=//x.test/a.js"
                    + " integrity=sha384-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA></script>")),
        fails(
            "a name beside it is another origin",
            new Verdict.Fail("static.trust.nhs.uk/a.js", "script"),
            body(
                "<script src=//static.trust.nhs.uk/a.js"
                    + " integrity=sha384-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA></script>")));
  }
}
