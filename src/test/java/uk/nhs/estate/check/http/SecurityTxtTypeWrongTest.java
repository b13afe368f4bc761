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

class SecurityTxtTypeWrongTest extends CheckTest {

  SecurityTxtTypeWrongTest() {
    super(new SecurityTxtTypeWrong());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("plain text"),
        passes("UTF-8", type("Content-Type: Text/Plain; Charset=\"UTF-8\"")),
        fails("another charset", "iso-8859-1", type("Content-Type: text/plain;charset=iso-8859-1")),
        fails("a page", "text/html", type("Content-Type: text/html; charset=utf-8")),
        fails("octets", "application/octet-stream", type("Content-Type: application/octet-stream")),
        fails("nothing said", "no Content-Type", type("Server: x")),
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

  private static HttpFacts type(String field) {
    return securityTxt(answered("Contact: mailto:a@b.test\n", hop(SECURITY_TXT, 200, field)));
  }
}
