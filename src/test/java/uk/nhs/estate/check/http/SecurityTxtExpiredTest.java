package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.SECURITY_TXT;
import static uk.nhs.estate.sample.SoundSite.securityTxt;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Topic;

class SecurityTxtExpiredTest extends CheckTest {
  SecurityTxtExpiredTest() {
    super(new SecurityTxtExpired());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a file with time left"),
        passes("a second left", file("Contact: mailto:a@b.test\nExpires: 2026-11-24T09:00:01Z")),
        passes(
            "a second left, by another clock",
            file("Contact: mailto:a@b.test\nExpires: 2026-11-24T10:00:01+01:00")),
        fails(
            "the very moment",
            "expired at 2026-11-24T09:00:00Z",
            file("Contact: mailto:a@b.test\nExpires: 2026-11-24T09:00:00z")),
        doesNotApply("no date", "until when", file("Contact: mailto:a@b.test")),
        doesNotApply(
            "a date that is none", "until when", file("Contact: mailto:a@b.test\nExpires: soon")),
        doesNotApply(
            "two dates",
            "until when",
            file(
                "Contact: mailto:a@b.test\nExpires: 2020-01-01T00:00:00Z\n"
                    + "Expires: 2030-01-01T00:00:00Z")),
        doesNotApply("no contact", "no security.txt", file("Expires: 2020-01-01T00:00:00Z")),
        doesNotApply("no file", "no security.txt", securityTxt(answered(hop(SECURITY_TXT, 404)))),
        cannotTell("robots are turned away", "403", securityTxt(answered(hop(SECURITY_TXT, 403)))),
        cannotTell("silence", "in time", securityTxt(obstructed(SECURITY_TXT))),
        cannotTellWithout(Topic.HTTP));
  }

  private static HttpFacts file(String text) {
    return securityTxt(answered(text, hop(SECURITY_TXT, 200)));
  }
}
