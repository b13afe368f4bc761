package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.PAGE;
import static uk.nhs.estate.sample.SoundSite.header;
import static uk.nhs.estate.sample.SoundSite.secure;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.with;

import java.util.stream.Stream;
import uk.nhs.estate.observation.HttpFacts;

class ContentTypeWrongTest extends PageCheckTest {
  private static final String CT = "Content-Type";

  ContentTypeWrongTest() {
    super(new ContentTypeWrong());
  }

  @Override
  protected Stream<Example> ofPage() {
    return Stream.of(
        passes("HTML as HTML"),
        passes("text as text", page("text/plain", "Hello")),
        passes("JSON as JSON", page("application/json", "{\"a\": 1}")),
        passes("words in brackets as HTML", page("text/html", "[sic] {word}")),
        passes("nothing as HTML", page("text/html", "")),
        fails("JSON as HTML", "JSON is sent as text/html", page("text/html", "\n {\"a\": 1}")),
        fails("a list as HTML", "JSON is sent", page("text/html; charset=utf-8", "[{\"a\": 1}]")),
        fails("HTML as text", "HTML is sent as text/plain", page("text/plain", " <!DOCTYPE html>")),
        fails(
            "HTML as data",
            "HTML is sent as application/octet-stream",
            page("application/octet-stream", "<HTML><p>")),
        doesNotApply("another kind", "it serves image/png", page("image/png", "<html>")),
        doesNotApply("no media type", "does not say", header(CT)),
        cannotTell("a page that was not read", "not read", secure(answered(PAGE))));
  }

  private static HttpFacts page(String type, String body) {
    return secure(answered(body, with(PAGE, CT, type)));
  }
}
