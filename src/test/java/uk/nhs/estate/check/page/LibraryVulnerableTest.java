package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.page.PageSamples.body;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.register.ScriptLibraries;

class LibraryVulnerableTest extends PageCheckTest {

  LibraryVulnerableTest() {
    super(
        new LibraryVulnerable(
            new ScriptLibraries(
                List.of(
                    new ScriptLibraries.Library(
                        "jQuery",
                        List.of("jquery"),
                        List.of("jquery"),
                        List.of("jQuery v"),
                        List.of(
                            new ScriptLibraries.Weakness(
                                "1.12.0", "3.5.0", "medium", List.of("CVE-2020-11022"))))))));
  }

  @Override
  Stream<Example> pages() {
    return Stream.of(
        passes("none"),
        passes("one without a version", body("<script src=/jquery.min.js></script>")),
        passes("one without the fault", body("<script src=/jquery-3.5.0.min.js></script>")),
        passes("another library", body("<script src=/jquery-migrate-1.4.1.min.js></script>")),
        fails(
            "one with it",
            new Verdict.Fail(
                "jQuery", "3.4.1: CVE-2020-11022; https://www.trust.nhs.uk/jquery-3.4.1.min.js"),
            body("<script src=/jquery-3.4.1.min.js?x></script>")),
        fails(
            "in a folder",
            new Verdict.Fail("jQuery", "1.12.4"),
            body("<script src=//x.test/ajax/libs/jquery/1.12.4/jquery.min.js></script>")),
        fails(
            "in the page",
            new Verdict.Fail("jQuery", "2.2.4: CVE-2020-11022; in the page"),
            body("<script>/*! jQuery v2.2.4 | (c) x */</script>")));
  }
}
