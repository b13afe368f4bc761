package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.header;

import java.util.stream.Stream;

class ContentTypeMissingTest extends PageCheckTest {
  private static final String CT = "Content-Type";

  ContentTypeMissingTest() {
    super(new ContentTypeMissing());
  }

  @Override
  protected Stream<Example> ofPage() {
    return Stream.of(
        passes("HTML"),
        passes("without charset", header(CT, "text/html")),
        passes("the last one that is valid", header(CT, "text/html", "x")),
        fails("none", "no " + CT, header(CT)),
        fails("no media type", "no media type: html", header(CT, "html")),
        fails("half of one", "no media type: text/", header(CT, "text/")),
        fails("anything", "no media type: */*", header(CT, "*/*")));
  }
}
