package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.page.PageSamples.page;

import java.util.stream.Stream;

class DefaultPageShownTest extends PageCheckTest {

  DefaultPageShownTest() {
    super(new DefaultPageShown());
  }

  @Override
  Stream<Example> pages() {
    return Stream.of(
        passes("a page"),
        passes("words about servers", page("<title>How we welcome nginx</title>it works! we say")),
        fails("nginx", "nginx", page("<title>Welcome to nginx!</title>")),
        fails("Apache", "Apache", page("<title>Apache2 Ubuntu Default Page: It works</title>")),
        fails(
            "Apache without a title",
            "Apache",
            page("<html><body><h1>It works!</h1></body></html>")),
        fails("IIS", "IIS", page("<title>IIS Windows Server</title>")),
        fails(
            "Tomcat",
            "Tomcat",
            page(
                "<title>Apache Tomcat/9.0.1</title>If you're seeing this, you've successfully"
                    + " installed Tomcat.")));
  }
}
