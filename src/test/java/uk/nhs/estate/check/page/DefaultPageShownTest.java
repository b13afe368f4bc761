package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.page.PageSamples.body;
import static uk.nhs.estate.check.page.PageSamples.json;
import static uk.nhs.estate.check.page.PageSamples.page;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.secure;
import static uk.nhs.estate.sample.SoundSite.status;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class DefaultPageShownTest extends CheckTest {

  DefaultPageShownTest() {
    super(new DefaultPageShown());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a page"),
        passes("words about servers", page("<title>How we welcome nginx</title>it works! we say")),
        fails("nginx", "nginx", page("<title>Welcome to nginx!</title>")),
        fails("Apache", "Apache", page("<title>Apache2 Ubuntu Default Page: It works</title>")),
        fails("Apache without a title", "Apache", page("<html><body><h1>It works!</h1></body></html>")),
        fails("IIS", "IIS", page("<title>IIS Windows Server</title>")),
        fails("Tomcat", "Tomcat", page("<title>Apache Tomcat/9.0.1</title>If you're seeing this, you've successfully installed Tomcat.")),
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
