package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.page.PageSamples.page;
import static uk.nhs.estate.sample.SoundSite.markup;
import static uk.nhs.estate.sample.SoundSite.status;

import java.util.stream.Stream;

class TitleMissingTest extends PageCheckTest {

  TitleMissingTest() {
    super(new TitleMissing());
  }

  @Override
  Stream<Example> pages() {
    return Stream.of(
        passes("a title"),
        fails(
            "none", "no title", markup(text -> text.replace("<title>Practice trust</title>", ""))),
        fails(
            "an empty one",
            "no title",
            markup(text -> text.replace("Practice trust</title>", " </title>"))),
        fails("that of a drawing", "no title", page("<svg><title>x</title></svg><a href=/>x</a>")),
        doesNotApply("an error", "status 404", status(404)),
        doesNotApply(
            "a page that no server's owner made",
            "no page was put there",
            page("<title>Welcome to nginx!</title>")));
  }
}
