package uk.nhs.estate.check.caa;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.stream.Collectors;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.text.CaaProperty;

/// Finds CAA records that forbid nobody.
public record IssueMissing() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "caa.issue-missing",
          INFORMATIONAL,
          "The CAA records do not say who may issue certificates",
          """
          Without an issue record every certification authority in the world may issue, except \
          for what issuewild says of wildcard certificates.\
          """,
          """
          Publish an issue record for each certification authority that you use, such as 0 \
          issue "letsencrypt.org".\
          """,
          Caa.COMMAND,
          rfc(8659, "4.2"),
          rfc(8659, "3"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Caa.judge(
        dns,
        properties ->
            Verdict.passIf(
                properties.stream().anyMatch(property -> property.is("issue")),
                properties.stream().map(CaaProperty::toString).collect(Collectors.joining(", "))));
  }
}
