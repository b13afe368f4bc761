package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.header;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;

class PermissionsPolicyInvalidTest extends PageCheckTest {
  private static final String PP = "Permissions-Policy";

  PermissionsPolicyInvalidTest() {
    super(new PermissionsPolicyInvalid());
  }

  @Override
  protected Stream<Example> ofPage() {
    return Stream.of(
        passes("a dictionary"),
        passes("a feature that nobody knows", header(PP, "no-such-feature=()")),
        passes("in two lines", header(PP, "camera=()", "usb=(self \"https://a.test\")")),
        passes("an empty value", header(PP, "")),
        fails("a comma at the end", "browsers pass over all of it", header(PP, "camera=(),")),
        fails("its predecessor's grammar", "camera 'none'", header(PP, "camera 'none'; usb *")),
        fails("capital letters", "all of it", header(PP, "Camera=()")),
        fails(
            "values that are none",
            new Verdict.Fail(
                List.of(new Fault("camera", "pass over"), new Fault("usb", "pass over"))),
            header(PP, "camera=none, midi=(), usb=(self \"https://a.test\" none)")),
        doesNotApply("none", "sends no " + PP, header(PP)));
  }
}
