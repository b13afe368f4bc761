package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.page.PageSamples.json;
import static uk.nhs.estate.check.page.PageSamples.page;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.markup;
import static uk.nhs.estate.sample.SoundSite.secure;
import static uk.nhs.estate.sample.SoundSite.status;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class AccessibilityStatementMissingTest extends CheckTest {

  AccessibilityStatementMissingTest() {
    super(new AccessibilityStatementMissing());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a link"),
        passes("in Welsh", markup(text -> text.replace("<a href=\"/accessibility\">Accessibility statement</a>", "<a href=/1>Hygyrchedd</a>"))),
        passes(
            "a picture that says so",
            markup(text -> text.replace("<a href=\"/accessibility\">Accessibility statement</a>", "<a href=/1><img alt='Accessibility statement'></a>"))),
        fails("none", "no link names an accessibility statement", markup(text -> text.replace("<a href=\"/accessibility\">Accessibility statement</a>", ""))),
        fails(
            "one that only seems to be there",
            "no link",
            markup(text -> text.replace("<a href=\"/accessibility\">Accessibility statement</a>", "<noscript><a href=\"/accessibility\">Accessibility statement</a></noscript>"))),
        cannotTell("scripts make the page", "no links", page("<div id=app></div>")),
        doesNotApply("an error", "status 404", status(404)),
        doesNotApply("it asks who one is", "sign in", page("<form><input type=password></form>")),
        doesNotApply("it asks who one is, by status", "sign in", status(401)),
        doesNotApply("the name is parked", "not used", page("<p>This domain is parked")),
        cannotTell("robots are turned away", "403", status(403)),
        cannotTell("silence", "in time", secure(obstructed(SECURE))),
        doesNotApply(
            "it only redirects",
            "only redirects",
            secure(
                answered(
                    hop(SECURE, 301, "Location: https://x.test/"), hop("https://x.test/", 200)))),
        doesNotApply("it answers programs", "programs", json()),
        cannotTellWithout(Topic.HTTP));
  }
}
