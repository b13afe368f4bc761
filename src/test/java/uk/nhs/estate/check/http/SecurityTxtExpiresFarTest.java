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

class SecurityTxtExpiresFarTest extends CheckTest {
  private static final String CONTACT = "Contact: mailto:a@b.test\n";

  SecurityTxtExpiresFarTest() {
    super(new SecurityTxtExpiresFar());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("half a year"),
        passes("a year", file(CONTACT + "Expires: 2027-11-24T09:00:00Z")),
        fails(
            "a second more than a year",
            "counts until 2027-11-24T09:00:01Z",
            file(CONTACT + "Expires: 2027-11-24T09:00:01Z")),
        passes("one in the past", file(CONTACT + "Expires: 2020-01-01T00:00:00Z")),
        doesNotApply("no date", "until when", file(CONTACT)),
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
    return securityTxt(answered(text, hop(SECURITY_TXT, 200, "Content-Type: text/plain")));
  }
}
