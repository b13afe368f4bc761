package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.PLAIN;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.SECURITY_TXT;
import static uk.nhs.estate.sample.SoundSite.secure;
import static uk.nhs.estate.sample.SoundSite.securityTxt;
import static uk.nhs.estate.sample.SoundSite.status;
import static uk.nhs.estate.sample.SoundSite.withoutHttps;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.endless;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.nobodyListens;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class SecurityTxtMissingTest extends CheckTest {
  SecurityTxtMissingTest() {
    super(new SecurityTxtMissing());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a file with a contact"),
        passes("also when the page is hidden", status(403)),
        passes(
            "where a redirect leads",
            securityTxt(
                answered(
                    "Contact: https://x.test/report\n",
                    hop(SECURITY_TXT, 302, "Location: https://x.test/s"),
                    hop("https://x.test/s", 200)))),
        fails("no such file", "status 404", securityTxt(answered(hop(SECURITY_TXT, 404)))),
        fails(
            "a page in its place",
            "status 200 and a page of HTML",
            securityTxt(answered("<!doctype html><title>Home</title>", hop(SECURITY_TXT, 200)))),
        fails(
            "a page that looks like a file further down",
            "status 200 and a page of HTML",
            securityTxt(
                answered("<pre>\nContact: mailto:a@b.test\n</pre>", hop(SECURITY_TXT, 200)))),
        fails(
            "a file without a contact",
            "no Contact",
            securityTxt(answered("Expires: 2027-01-01T00:00:00Z", hop(SECURITY_TXT, 200)))),
        fails(
            "redirects without end",
            "status 302",
            securityTxt(endless(hop(SECURITY_TXT, 302, "Location: /.well-known/security.txt")))),
        doesNotApply(
            "it only redirects",
            "only redirects",
            secure(
                answered(
                    hop(SECURE, 301, "Location: https://x.test/"), hop("https://x.test/", 200)))),
        doesNotApply("nobody listens", "HTTPS", withoutHttps(answered(hop(PLAIN, 200)))),
        doesNotApply("nobody listens any more", "HTTPS", securityTxt(nobodyListens(SECURITY_TXT))),
        cannotTell("robots are turned away", "403", securityTxt(answered(hop(SECURITY_TXT, 403)))),
        cannotTell("a password is wanted", "401", securityTxt(answered(hop(SECURITY_TXT, 401)))),
        cannotTell("a failure", "502", securityTxt(answered(hop(SECURITY_TXT, 502)))),
        cannotTell("the file was not read", "read", securityTxt(answered(hop(SECURITY_TXT, 200)))),
        cannotTell("silence", "in time", securityTxt(obstructed(SECURITY_TXT))),
        cannotTellWithout(Topic.HTTP));
  }
}
