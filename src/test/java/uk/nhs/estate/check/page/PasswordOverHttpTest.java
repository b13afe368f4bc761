package uk.nhs.estate.check.page;

import static uk.nhs.estate.sample.SoundSite.PLAIN;
import static uk.nhs.estate.sample.SoundSite.withoutHttps;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.sample.SoundSite;
import uk.nhs.estate.sample.Visits;

class PasswordOverHttpTest extends CheckTest {

  PasswordOverHttpTest() {
    super(new PasswordOverHttp());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("http leads to https"),
        passes("a page by http without one", SoundSite.plain(http("<p>x"))),
        fails(
            "a page by http with one",
            "a field for a password on http://www.trust.nhs.uk/",
            SoundSite.plain(http("<form><input type=password></form>"))),
        fails(
            "there is no https at all",
            "a field for a password",
            withoutHttps(http("<input type='PASSWORD'>"))),
        doesNotApply("nobody listens", "over http", SoundSite.plain(Visits.nobodyListens(PLAIN))),
        cannotTell("silence", "in time", SoundSite.plain(obstructed(PLAIN))),
        cannotTell(
            "robots are turned away", "403", SoundSite.plain(answered("x", hop(PLAIN, 403)))),
        cannotTell("it was not read", "not read", SoundSite.plain(answered(hop(PLAIN, 200)))),
        cannotTellWithout(Topic.HTTP));
  }

  private static Visit http(String html) {
    return answered(html, hop(PLAIN, 200, "Content-Type: text/html"));
  }
}
