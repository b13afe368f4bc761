package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.page.PageSamples.json;
import static uk.nhs.estate.check.page.PageSamples.page;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.crawl;
import static uk.nhs.estate.sample.SoundSite.secure;
import static uk.nhs.estate.sample.SoundSite.status;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class DirectoryListedTest extends CheckTest {

  DirectoryListedTest() {
    super(new DirectoryListed());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a page"),
        passes("a title alone", page("<title>Index of /services</title>")),
        fails("Apache", "a list of files", page("<title>Index of /</title><a href=/>Parent Directory</a>")),
        fails("nginx", "a list of files", page("<title>Index of /a/</title><a href=../>../</a>")),
        fails("IIS", "a list of files", page("<title>www.trust.nhs.uk - /a/</title><a href=/>[To Parent Directory]</a>")),
        fails(
            "on another page",
            "a list of files on /a/",
            crawl(PageSamples.crawled("a/", "<title>Index of /a</title><a>Parent Directory</a>"))),
        cannotTell("robots are turned away", "403", status(403)),
        cannotTell("silence", "in time", secure(obstructed(SECURE))),
        doesNotApply(
            "it only redirects",
            "only redirects",
            secure(
                answered(
                    hop(SECURE, 301, "Location: https://x.test/"), hop("https://x.test/", 200)))),
        doesNotApply("it answers programs", "programs", json()),
        cannotTellWithout(Topic.HTTP));
  }
}
