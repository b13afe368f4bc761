package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.page.PageSamples.page;
import static uk.nhs.estate.sample.SoundSite.markup;
import static uk.nhs.estate.sample.SoundSite.status;

import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.observation.HttpFacts;

/// Tests a check that looks for a link to what public bodies must say.
abstract class StatementCheckTest extends PageCheckTest {
  private final String link;
  private final String words;
  private final String welsh;
  private final String missing;

  /// @param link as it stands in the sound page
  /// @param missing what is said when it is not there
  StatementCheckTest(Check check, String link, String words, String welsh, String missing) {
    super(check);
    this.link = link;
    this.words = words;
    this.welsh = welsh;
    this.missing = missing;
  }

  private HttpFacts instead(String other) {
    return markup(text -> text.replace(link, other));
  }

  @Override
  Stream<Example> pages() {
    return Stream.of(
        passes("a link"),
        passes("in Welsh", instead("<a href=/1>" + welsh + "</a>")),
        passes("a picture that says so", instead("<a href=/1><img alt='" + words + "'></a>")),
        fails("none", missing, instead("")),
        fails("one that is not shown", missing, instead("<noscript>" + link + "</noscript>")),
        cannotTell("scripts make the page", "no links", page("<div id=app></div>")),
        doesNotApply("an error", "status 404", status(404)),
        doesNotApply("it asks who one is", "sign in", page("<form><input type=password></form>")),
        doesNotApply("it asks who one is, by status", "sign in", status(401)),
        doesNotApply("the name is parked", "not used", page("<p>This domain is parked")));
  }
}
