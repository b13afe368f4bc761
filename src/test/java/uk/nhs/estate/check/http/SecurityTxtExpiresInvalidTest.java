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

class SecurityTxtExpiresInvalidTest extends CheckTest {

  SecurityTxtExpiresInvalidTest() {
    super(new SecurityTxtExpiresInvalid());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("one date"),
        passes("one in the past, which is another fault", file("Expires: 2020-01-01T00:00:00Z")),
        fails("none", "no Expires line", file("")),
        fails("an empty one", "no Expires line", file("Expires:")),
        fails(
            "two",
            "2 Expires lines",
            file("Expires: 2027-01-01T00:00:00Z\nExpires: 2027-01-01T00:00:00Z")),
        fails("a day alone", "RFC 3339 has it: 2027-01-01", file("Expires: 2027-01-01")),
        doesNotApply("no file", "no security.txt", securityTxt(answered(hop(SECURITY_TXT, 404)))),
        doesNotApply(
            "a page in its place",
            "no security.txt",
            securityTxt(
                answered("<p>\nContact: us", hop(SECURITY_TXT, 200, "Content-Type: text/html")))),
        cannotTell("robots are turned away", "403", securityTxt(answered(hop(SECURITY_TXT, 403)))),
        cannotTell("silence", "in time", securityTxt(obstructed(SECURITY_TXT))),
        cannotTellWithout(Topic.HTTP));
  }

  private static HttpFacts file(String text) {
    return securityTxt(
        answered(
            "Contact: mailto:a@b.test\n" + text,
            hop(SECURITY_TXT, 200, "Content-Type: text/plain")));
  }
}
