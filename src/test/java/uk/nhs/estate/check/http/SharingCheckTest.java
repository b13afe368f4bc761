package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.http.Asking.asked;
import static uk.nhs.estate.check.http.Asking.origin;
import static uk.nhs.estate.observation.CrossOrigin.Kind.STRANGER;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.crossOrigin;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.nobodyListens;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.observation.CrossOrigin;
import uk.nhs.estate.observation.Visit;

/// Tests a check of sharing with other origins: where no answer is seen, all of them say the same.
abstract class SharingCheckTest extends PageCheckTest {

  SharingCheckTest(Check check) {
    super(check);
  }

  /// What is to be said of answers that are seen.
  protected abstract Stream<Example> ofAnswers();

  @Override
  protected final Stream<Example> ofPage() {
    return Stream.concat(ofAnswers(), whereNoAnswerIsSeen());
  }

  private Stream<Example> whereNoAnswerIsSeen() {
    return Stream.of(
        passes("nobody is let in"),
        cannotTell("nothing was asked", "nothing was asked", crossOrigin()),
        cannotTell(
            "a script is turned away",
            "403",
            crossOrigin(stranger("GET", answered(hop(SECURE, 403))))),
        cannotTell(
            "the second request is refused",
            "refused",
            crossOrigin(stranger("GET", nobodyListens(SECURE)))),
        cannotTell(
            "silence",
            "in time",
            crossOrigin(asked(STRANGER), stranger("OPTIONS", obstructed(SECURE)))));
  }

  private static CrossOrigin stranger(String method, Visit visit) {
    return new CrossOrigin(STRANGER, origin(STRANGER), method, visit);
  }
}
