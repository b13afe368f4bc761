package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.header;
import static uk.nhs.estate.sample.SoundSite.http;
import static uk.nhs.estate.sample.Visits.with;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;

class HeaderGivenTwiceTest extends PageCheckTest {

  HeaderGivenTwiceTest() {
    super(new HeaderGivenTwice());
  }

  @Override
  protected Stream<Example> ofPage() {
    return Stream.of(
        passes("once"),
        passes("twice the same", header("Referrer-Policy", "no-referrer", "No-Referrer")),
        passes("a list in one line", header("Referrer-Policy", "no-referrer, origin")),
        passes("features apart", header("Permissions-Policy", "camera=()", "usb=()")),
        passes("one that may differ", header("Vary", "Cookie", "Origin")),
        fails(
            "two lines",
            new Verdict.Fail(
                "Referrer-Policy", "the last that they know: no-referrer | unsafe-url"),
            header("Referrer-Policy", "no-referrer", "unsafe-url")),
        fails(
            "the first counts",
            new Verdict.Fail("X-Content-Type-Options", "heed the first: x | nosniff"),
            header("x-content-type-options", "x", "nosniff")),
        fails(
            "several headers",
            new Verdict.Fail(
                List.of(
                    new Fault("Content-Type", "media type"),
                    new Fault("Referrer-Policy", "that they know"))),
            http(
                page ->
                    with(
                        with(page, "Content-Type", "text/html", "text/plain"),
                        "Referrer-Policy",
                        "origin",
                        "no-referrer"))));
  }
}
