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

class SecurityTxtCanonicalDiffersTest extends CheckTest {
  private static final String CONTACT = "Contact: mailto:a@b.test\n";

  SecurityTxtCanonicalDiffersTest() {
    super(new SecurityTxtCanonicalDiffers());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("nothing said"),
        passes(
            "its own address among others",
            file(
                CONTACT
                    + "Canonical: https://x.test/.well-known/security.txt\n"
                    + "Canonical: HTTPS://WWW.Trust.nhs.uk:443/.well-known/security.txt")),
        passes(
            "where its redirect leads",
            securityTxt(
                answered(
                    CONTACT + "Canonical: https://x.test/s",
                    hop(SECURITY_TXT, 302, "Location: https://x.test/s"),
                    hop("https://x.test/s", 200)))),
        fails(
            "another host alone",
            "and names https://x.test/.well-known/security.txt",
            file(CONTACT + "Canonical: https://x.test/.well-known/security.txt")),
        fails(
            "another path",
            "names https://www.trust.nhs.uk/security.txt",
            file(CONTACT + "Canonical: https://www.trust.nhs.uk/security.txt")),
        fails(
            "over http",
            "names http://",
            file(CONTACT + "Canonical: http://www.trust.nhs.uk/.well-known/security.txt")),
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
