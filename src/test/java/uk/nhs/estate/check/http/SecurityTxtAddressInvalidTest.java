package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.SECURITY_TXT;
import static uk.nhs.estate.sample.SoundSite.securityTxt;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Topic;

class SecurityTxtAddressInvalidTest extends CheckTest {
  private static final String CONTACT = "Contact: mailto:a@b.test\n";

  SecurityTxtAddressInvalidTest() {
    super(new SecurityTxtAddressInvalid());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a mailbox"),
        passes(
            "all kinds",
            file(
                "Contact: tel:+44-20-7946-0000\nContact: https://x.test/report\n"
                    + "Encryption: openpgp4fpr:5f2de5521c63a801ab59ccb603d49de44b29100f\n"
                    + "Policy: https://x.test/policy")),
        fails(
            "a mailbox without mailto",
            new Verdict.Fail("Contact", "mailto: is missing: a@b.test"),
            file("Contact: a@b.test")),
        fails(
            "a page over http",
            new Verdict.Fail("Policy", "it begins with http and not https"),
            file(CONTACT + "Policy: HTTP://x.test/")),
        fails(
            "each field once",
            new Verdict.Fail(
                List.of(
                    new Fault("Contact", "tel: is missing: +44-20-7946"),
                    new Fault("Hiring", "no scheme"))),
            file("Contact: +44-20-7946\nContact: http://x.test\nHiring: /jobs")),
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
