package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.page.PageSamples.body;

import java.util.stream.Stream;
import uk.nhs.estate.check.Verdict;

class IntegrityInvalidTest extends PageCheckTest {

  IntegrityInvalidTest() {
    super(new IntegrityInvalid());
  }

  @Override
  Stream<Example> pages() {
    return Stream.of(
        passes("no integrity"),
        passes(
            "a digest",
            body(
                "<script src=/a.js"
                    + " integrity=sha384-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA></script>")),
        passes(
            "one of two",
            body(
                "<script src=/a.js integrity='md5-x"
                    + " sha384-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'></script>")),
        fails(
            "words",
            new Verdict.Fail("www.trust.nhs.uk/a.js", "integrity=\"yes\" of the script"),
            body("<script src=/a.js integrity=yes></script>")),
        fails(
            "a digest that is too short",
            new Verdict.Fail("www.trust.nhs.uk/a.js", "sha384-AAAA"),
            body("<script src=/a.js integrity=sha384-AAAA></script>")),
        fails(
            "an old algorithm",
            new Verdict.Fail("www.trust.nhs.uk/a.css", "sha1-"),
            body("<link rel=stylesheet href=/a.css integrity=sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=>")),
        fails(
            "nothing in it",
            new Verdict.Fail("www.trust.nhs.uk/a.js", "integrity=\"\""),
            body("<script src=/a.js integrity></script>")));
  }
}
