package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.page.PageSamples.body;

import java.util.stream.Stream;
import uk.nhs.estate.check.Verdict;

class GeneratorVersionShownTest extends PageCheckTest {

  GeneratorVersionShownTest() {
    super(new GeneratorVersionShown());
  }

  @Override
  Stream<Example> pages() {
    return Stream.of(
        passes("no generator"),
        passes("one without a version", body("<meta name=generator content='Drupal'>")),
        fails(
            "one with it",
            new Verdict.Fail("WordPress", "WordPress 6.4.2"),
            body("<meta name=Generator content='WordPress 6.4.2'>")),
        fails(
            "in the middle",
            new Verdict.Fail("Drupal", "Drupal 10 (https://www.drupal.org)"),
            body("<meta name=generator content='Drupal 10 (https://www.drupal.org)'>")));
  }
}
