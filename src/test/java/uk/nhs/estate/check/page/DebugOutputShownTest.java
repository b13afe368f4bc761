package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.page.PageSamples.page;
import static uk.nhs.estate.sample.SoundSite.secure;
import static uk.nhs.estate.sample.Visits.answered;

import java.util.stream.Stream;
import uk.nhs.estate.sample.SoundSite;

class DebugOutputShownTest extends PageCheckTest {

  DebugOutputShownTest() {
    super(new DebugOutputShown());
  }

  @Override
  Stream<Example> pages() {
    return Stream.of(
        passes("a page"),
        passes("words about warnings", page("<p>Warning: floods in Kent")),
        fails(
            "PHP", "PHP", page("<b>Warning</b>: mysqli in <b>/var/www/a.php</b> on line <b>3</b>")),
        fails(
            "Django, with its status",
            "Django",
            secure(
                answered(
                    "You're seeing this error because you have <code>DEBUG = True</code>",
                    SoundSite.status(500).secure().hops().getLast()))),
        fails(
            "ASP.NET",
            "ASP.NET",
            page(
                "<h1>Server Error in '/' Application.</h1><b>Stack Trace:</b> x <b>Version"
                    + " Information:</b> y")));
  }
}
