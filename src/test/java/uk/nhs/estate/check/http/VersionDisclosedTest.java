package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.PAGE;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.header;
import static uk.nhs.estate.sample.SoundSite.secure;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;

import java.util.stream.Stream;
import uk.nhs.estate.check.Verdict;

class VersionDisclosedTest extends PageCheckTest {

  VersionDisclosedTest() {
    super(new VersionDisclosed());
  }

  @Override
  protected Stream<Example> ofPage() {
    return Stream.of(
        passes("nothing is told"),
        passes("a product alone", header("Server", "nginx")),
        passes("a product whose name ends with a number", header("Server", "AmazonS3")),
        passes("a machine in a comment", header("Server", "ECAcc (lhd/35B3)")),
        passes("a service that calls itself so", header("Server", "Gateway/v2")),
        passes("an address", header("Server", "10.1.2.3")),
        passes("a header about other things", header("X-Note", "Apache/2.4.58")),
        fails(
            "a version",
            new Verdict.Fail("Server", "Server: Apache/2.4.58 (Ubuntu)"),
            header("Server", "Apache/2.4.58 (Ubuntu)")),
        fails(
            "the first number of one",
            new Verdict.Fail("Server", "Apache/2"),
            header("Server", "Apache/2")),
        fails(
            "of a framework",
            new Verdict.Fail("x-aspnet-version", "4.0.30319"),
            header("x-aspnet-version", "4.0.30319")),
        fails(
            "of what made the page",
            new Verdict.Fail("X-Generator", "Drupal 10"),
            header("X-Generator", "Drupal 10 (https://www.drupal.org)")),
        fails(
            "on the way to the page",
            new Verdict.Fail("Server", "nginx/1.18.0"),
            secure(answered(hop(SECURE, 302, "Location: /x", "Server: nginx/1.18.0"), PAGE))),
        passes(
            "on the way, by another host",
            secure(
                answered(
                    hop(SECURE, 302, "Location: https://login.test/"),
                    hop("https://login.test/", 302, "Server: nginx/1.18.0"),
                    PAGE))));
  }
}
