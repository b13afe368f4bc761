package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.header;

import java.util.stream.Stream;

class NosniffMissingTest extends PageCheckTest {
  private static final String XCTO = "X-Content-Type-Options";

  NosniffMissingTest() {
    super(new NosniffMissing());
  }

  @Override
  protected Stream<Example> ofPage() {
    return Stream.of(
        passes("nosniff"),
        passes("in capitals", header(XCTO, "NOSNIFF")),
        passes("the first of several values counts", header(XCTO, "nosniff, x", "y")),
        fails("none", "no " + XCTO, header(XCTO)),
        fails("in quotation marks", "not valid: \"nosniff\"", header(XCTO, "\"nosniff\"")),
        fails("second", "not valid", header(XCTO, ", nosniff")));
  }
}
