package uk.nhs.estate.check.caa;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.regex.Pattern;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;

/// Finds CAA records whose address for reports is none.
public record ReportAddressInvalid() implements Check.OfDns {

  private static final Pattern URL =
      Pattern.compile("(?:mailto:[^@\\s]+@|https?://)[^@\\s]+", Pattern.CASE_INSENSITIVE);

  private static final Rule RULE =
      Rule.of(
          "caa.report-address-invalid",
          INFORMATIONAL,
          "The CAA records name an address for reports that is none",
          """
          Certification authorities cannot tell you of requests that they refused, which are \
          often the first sign of an attack.\
          """,
          """
          Give a URL, such as 0 iodef "mailto:security@example.nhs.uk"; an address without \
          mailto: is none.\
          """,
          Caa.COMMAND,
          rfc(8659, "4.4"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Caa.judgeEach(
        dns,
        property -> property.is("iodef") && !URL.matcher(property.value()).matches(),
        _ -> "neither mailto:, http: nor https:, and something after it");
  }
}
