package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.PAGE;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.header;
import static uk.nhs.estate.sample.SoundSite.http;
import static uk.nhs.estate.sample.SoundSite.secure;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.with;

import java.util.ArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Hop;

class HeaderLineMalformedTest extends PageCheckTest {

  HeaderLineMalformedTest() {
    super(new HeaderLineMalformed());
  }

  @Override
  protected Stream<Example> ofPage() {
    return Stream.of(
        passes("as HTTP has it"),
        passes("a tab and letters that are not ASCII", header("X-Note", "a\tb \u00e9")),
        passes("every letter that a name may have", header("x!#$%&'*+-.^_`|~9", "")),
        passes(
            "on another host",
            secure(
                answered(
                    hop(SECURE, 302, "Location: https://login.test/"),
                    with(hop("https://login.test/", 302), "", "junk"),
                    PAGE))),
        fails("no colon", new Verdict.Fail("a line without a name", "junk"), header("", "junk")),
        fails(
            "a blank before the colon",
            new Verdict.Fail("X-Frame-Options", "a blank before the colon"),
            header("X-Frame-Options ", "DENY")),
        fails(
            "a blank in the name",
            new Verdict.Fail("X Frame", "a name with letters"),
            header("X Frame", "DENY")),
        fails(
            "a NUL",
            new Verdict.Fail("X-Note", "a control character in its value: a\\x00b"),
            header("X-Note", "a\u0000b")),
        fails(
            "a return", new Verdict.Fail("X-Note", "\\x0d"), header("X-Note", "a\rSet-Cookie: b")),
        fails("a delete", new Verdict.Fail("X-Note", "\\x7f"), header("X-Note", "\u007f")),
        fails(
            "no more than an analyst can read",
            new Verdict.Fail(
                IntStream.range(0, 50).mapToObj(n -> new Fault("x " + n, "")).toList()),
            http(page -> junk(page, 5_000))),
        fails(
            "on the way to the page",
            new Verdict.Fail("a line without a name", "junk"),
            secure(answered(with(hop(SECURE, 302, "Location: /x"), "", "junk"), PAGE))));
  }

  private static Hop junk(Hop page, int lines) {
    var fields = new ArrayList<>(page.fields());
    IntStream.range(0, lines).forEach(n -> fields.add(new Hop.Field("x " + n, "")));
    return new Hop(page.url(), page.endpoint(), page.status(), fields, 1);
  }
}
