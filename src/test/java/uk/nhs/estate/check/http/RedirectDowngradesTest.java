package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SoundSite.PLAIN;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.SECURITY_TXT;
import static uk.nhs.estate.sample.SoundSite.SEEN;
import static uk.nhs.estate.sample.SoundSite.crawl;
import static uk.nhs.estate.sample.SoundSite.plain;
import static uk.nhs.estate.sample.SoundSite.secure;
import static uk.nhs.estate.sample.SoundSite.securityTxt;
import static uk.nhs.estate.sample.SoundSite.sibling;
import static uk.nhs.estate.sample.SoundSite.withoutHttps;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.nobodyListens;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Sibling;
import uk.nhs.estate.observation.Topic;

class RedirectDowngradesTest extends CheckTest {

  RedirectDowngradesTest() {
    super(new RedirectDowngrades());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("https all the way"),
        fails(
            "from https to http and back",
            new Verdict.Fail(SECURE, SECURE + " leads to http://trust.nhs.uk with status 302"),
            secure(
                answered(
                    hop(SECURE, 302, "Location: http://trust.nhs.uk/x?token=1"),
                    hop("http://trust.nhs.uk/x?token=1", 301, "Location: " + SECURE + "x"),
                    hop(SECURE + "x", 200)))),
        fails(
            "on the way from http",
            new Verdict.Fail(PLAIN, SECURE + " leads to http://x.test"),
            plain(
                answered(
                    hop(PLAIN, 301, "Location: " + SECURE),
                    hop(SECURE, 301, "Location: http:\\\\x.test"),
                    hop("http://x.test/", 200)))),
        fails(
            "at its other name",
            new Verdict.Fail("https://trust.nhs.uk/", "leads to http://www.trust.nhs.uk"),
            sibling(
                new Sibling(
                    "trust.nhs.uk",
                    nobodyListens("http://trust.nhs.uk/"),
                    answered(hop("https://trust.nhs.uk/", 301, "Location: " + PLAIN))))),
        fails(
            "what is hidden keeps its findings",
            new Verdict.Fail(List.of(new Fault(SECURE, "leads to http://x.test")), List.of(PLAIN)),
            new HttpFacts(
                SEEN,
                HOST,
                obstructed(PLAIN),
                answered(hop(SECURE, 301, "Location: http://x.test"), hop("http://x.test/", 200)),
                nobodyListens(SECURITY_TXT))),
        fails(
            "on another page",
            new Verdict.Fail("another page of the site", SECURE + "a leads to http://x.test"),
            crawl(answered(hop(SECURE + "a", 302, "Location: http://x.test/")))),
        fails(
            "for security.txt",
            new Verdict.Fail("another page of the site", "leads to http://www.trust.nhs.uk"),
            securityTxt(answered(hop(SECURITY_TXT, 301, "Location: http://" + HOST + "/s")))),
        doesNotApply("nobody on https", "HTTPS", withoutHttps(answered(hop(PLAIN, 200)))),
        cannotTell("https is silent", "in time", secure(obstructed(SECURE))),
        cannotTell(
            "silence further on",
            "in time",
            secure(obstructed(SECURE, hop(SECURE, 302, "Location: /x")))),
        cannotTellWithout(Topic.HTTP));
  }
}
