package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import java.util.Set;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.PermissionsPolicy;

/// Finds features that browsers ask visitors about, and that a `Permissions-Policy` opens to all
/// origins.
public record PowerfulFeatureOpen() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.powerful-feature-open",
          INFORMATIONAL,
          "The page may hand a powerful feature to any site that it frames",
          """
          Without the header browsers keep the camera, the microphone and the like to the site \
          itself. With * a frame of any other site can be given them.\
          """,
          """
          Name the sites that need the feature in Permissions-Policy, such as camera=(self), \
          or write camera=() if nobody does.\
          """,
          Commands.HEADER,
          new Standard(
              "Permissions Policy §5.2",
              "https://www.w3.org/TR/permissions-policy/#structured-header-serialization"));

  /// Those that browsers keep to the site itself, and ask visitors about.
  private static final Set<String> POWERFUL =
      Set.of(
          "bluetooth",
          "camera",
          "clipboard-read",
          "display-capture",
          "geolocation",
          "hid",
          "idle-detection",
          "local-fonts",
          "microphone",
          "midi",
          "otp-credentials",
          "payment",
          "publickey-credentials-create",
          "publickey-credentials-get",
          "serial",
          "usb",
          "xr-spatial-tracking");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Verdict.ofPage(
        http,
        page ->
            Verdict.ofFaults(
                PermissionsPolicy.parse(page.hop().values("Permissions-Policy")).stream()
                    .flatMap(policy -> policy.openToAll().stream())
                    .filter(POWERFUL::contains)
                    .map(feature -> new Fault(feature, feature + "=*"))
                    .toList()));
  }
}
