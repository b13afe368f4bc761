package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.PLAIN;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.plain;
import static uk.nhs.estate.sample.SoundSite.secure;
import static uk.nhs.estate.sample.SoundSite.withoutHttps;
import static uk.nhs.estate.sample.Visits.endless;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.nobodyListens;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Topic;

class RedirectEndlessTest extends CheckTest {

  RedirectEndlessTest() {
    super(new RedirectEndless());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("redirects that end"),
        fails(
            "a circle",
            new Verdict.Fail(SECURE, "after 2 answers still a redirect, from " + SECURE + "x"),
            secure(
                endless(hop(SECURE, 302, "Location: /x"), hop(SECURE + "x", 302, "Location: /")))),
        fails(
            "over http, with https sound",
            new Verdict.Fail(PLAIN, "after 1 answers"),
            plain(endless(hop(PLAIN, 301, "Location: " + PLAIN)))),
        cannotTell("silence", "in time", secure(obstructed(SECURE))),
        doesNotApply("nobody answers", "nobody answers", withoutHttps(nobodyListens(PLAIN))),
        cannotTellWithout(Topic.HTTP));
  }
}
