package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.page.PageSamples.body;

import java.util.stream.Stream;
import uk.nhs.estate.check.Verdict;

class FormPostsToHttpTest extends PageCheckTest {

  FormPostsToHttpTest() {
    super(new FormPostsToHttp());
  }

  @Override
  Stream<Example> pages() {
    return Stream.of(
        passes("to the page itself"),
        passes(
            "a policy makes browsers send by https",
            body(
                "<form action=http://x.test/></form>",
                "default-src 'self'; Upgrade-Insecure-Requests")),
        passes("to https", body("<form action=https://x.test/></form>")),
        fails(
            "to http",
            new Verdict.Fail("x.test", "http://x.test/s"),
            body("<form method=post action=http://x.test/s></form>")),
        fails(
            "a password",
            new Verdict.Fail("x.test", "a password, to http://x.test/s"),
            body("<table><form action=http://x.test/s><tr><td><input type=password></table>")),
        fails(
            "by a button",
            new Verdict.Fail("x.test", "http://x.test/s"),
            body("<form id=f></form><button form=f formaction=http://x.test/s>x</button>")));
  }
}
