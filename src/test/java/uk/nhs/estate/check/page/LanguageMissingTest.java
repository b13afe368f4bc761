package uk.nhs.estate.check.page;

import static uk.nhs.estate.sample.SoundSite.markup;
import static uk.nhs.estate.sample.SoundSite.status;

import java.util.stream.Stream;

class LanguageMissingTest extends PageCheckTest {

  LanguageMissingTest() {
    super(new LanguageMissing());
  }

  @Override
  Stream<Example> pages() {
    return Stream.of(
        passes("a language"),
        fails("none", "no lang", markup(text -> text.replace(" lang=\"en\"", ""))),
        fails("an empty one", "no lang", markup(text -> text.replace("lang=\"en\"", "lang"))),
        doesNotApply("an error", "status 404", status(404)));
  }
}
