package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.PLAIN;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.secure;
import static uk.nhs.estate.sample.SoundSite.withoutHttps;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.endless;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.nobodyListens;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.Topic;

class RedirectChainLongTest extends CheckTest {

  RedirectChainLongTest() {
    super(new RedirectChainLong());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("one redirect"),
        passes("five redirects", secure(answered(chain(5)))),
        fails(
            "six redirects",
            new Verdict.Fail(SECURE, "6 redirects, the last from https://www.trust.nhs.uk/6"),
            secure(answered(chain(6)))),
        passes("one that never ends is another fault", secure(endless(chain(10)))),
        cannotTell("silence", "in time", secure(obstructed(SECURE))),
        cannotTell("silence on the way", "in time", secure(obstructed(SECURE, chain(2)))),
        doesNotApply("nobody answers", "nobody answers", withoutHttps(nobodyListens(PLAIN))),
        cannotTellWithout(Topic.HTTP));
  }

  private static Hop[] chain(int redirects) {
    return IntStream.rangeClosed(0, redirects)
        .mapToObj(
            number ->
                number < redirects
                    ? hop(place(number), 302, "Location: " + place(number + 1))
                    : hop(place(number), 200))
        .toArray(Hop[]::new);
  }

  private static String place(int number) {
    return number == 0 ? SECURE : SECURE + number;
  }
}
