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

class SecurityTxtElsewhereTest extends CheckTest {

  SecurityTxtElsewhereTest() {
    super(new SecurityTxtElsewhere());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("its own"),
        passes("of the same domain", leadsTo("https://trust.nhs.uk/security.txt")),
        passes(
            "of the public sector",
            leadsTo("https://vdp.cabinetoffice.gov.uk/.well-known/security.txt")),
        fails("another's", "leads to https://x.test/s", leadsTo("https://x.test/s")),
        fails("over http", "leads to http://trust", leadsTo("http://trust.nhs.uk/s")),
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

  private static HttpFacts leadsTo(String place) {
    return securityTxt(
        answered(
            "Contact: mailto:a@b.test\n",
            hop(SECURITY_TXT, 302, "Location: " + place),
            hop(place, 200, "Content-Type: text/plain")));
  }
}
