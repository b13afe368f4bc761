package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.page.PageSamples.page;
import static uk.nhs.estate.sample.SoundSite.crawl;

import java.util.stream.Stream;

class DirectoryListedTest extends PageCheckTest {

  DirectoryListedTest() {
    super(new DirectoryListed());
  }

  @Override
  Stream<Example> pages() {
    return Stream.of(
        passes("a page"),
        passes("a title alone", page("<title>Index of /services</title>")),
        fails(
            "Apache",
            "a list of files",
            page("<title>Index of /</title><a href=/>Parent Directory</a>")),
        fails("nginx", "a list of files", page("<title>Index of /a/</title><a href=../>../</a>")),
        fails(
            "IIS",
            "a list of files",
            page("<title>www.trust.nhs.uk - /a/</title><a href=/>[To Parent Directory]</a>")),
        fails(
            "on another page",
            "a list of files on /a/",
            crawl(PageSamples.crawled("a/", "<title>Index of /a</title><a>Parent Directory</a>"))));
  }
}
