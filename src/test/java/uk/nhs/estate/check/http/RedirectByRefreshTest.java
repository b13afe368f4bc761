package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.PAGE;
import static uk.nhs.estate.sample.SoundSite.PLAIN;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.header;
import static uk.nhs.estate.sample.SoundSite.markup;
import static uk.nhs.estate.sample.SoundSite.plain;
import static uk.nhs.estate.sample.SoundSite.secure;
import static uk.nhs.estate.sample.SoundSite.withoutHttps;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.nobodyListens;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Topic;

class RedirectByRefreshTest extends CheckTest {

  RedirectByRefreshTest() {
    super(new RedirectByRefresh());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("no refresh"),
        fails(
            "a meta element",
            new Verdict.Fail(SECURE, SECURE + " leads to https://www.trust.nhs.uk after 0 s"),
            markup(
                text ->
                    text.replace(
                        "<title>", "<meta http-equiv=Refresh content='0; url=/home'><title>"))),
        fails(
            "a field",
            new Verdict.Fail(SECURE, "leads to https://x.test after 5 s"),
            header("Refresh", "5;URL=https://x.test/")),
        fails(
            "over http",
            new Verdict.Fail(PLAIN, "leads to https://www.trust.nhs.uk after 0 s"),
            plain(
                answered(
                    "<meta http-equiv=refresh content=0;" + SECURE + ">",
                    hop(PLAIN, 200, "Content-Type: text/html")))),
        passes("one that shows the same page again", header("Refresh", "300")),
        passes("one that names the same page", header("Refresh", "300; url=/")),
        passes("one to what is not of the web", header("Refresh", "0; url=mailto:a@b.test")),
        passes(
            "one for visitors without scripts",
            markup(
                text ->
                    text.replace(
                        "<title>",
                        "<noscript><meta http-equiv=refresh content='0; url=/plain'></noscript>"
                            + "<title>"))),
        cannotTell("a page that was not read", "not read", secure(answered(PAGE))),
        cannotTell("silence", "in time", secure(obstructed(SECURE))),
        doesNotApply("nobody answers", "nobody answers", withoutHttps(nobodyListens(PLAIN))),
        cannotTellWithout(Topic.HTTP));
  }
}
