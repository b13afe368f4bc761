package uk.nhs.estate.check.caa;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.text.CaaProperty;

/// Finds CAA records that say that nobody may issue, beside others that say who may.
public record NobodyBesideIssuer() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "caa.nobody-beside-issuer",
          INFORMATIONAL,
          "A CAA record allows nobody and another allows somebody",
          """
          The record that names nobody has no effect beside one that names somebody, although \
          it looks as if everything were forbidden.\
          """,
          "Remove the record whose value is a semicolon, or all the others of the same tag.",
          Caa.COMMAND,
          rfc(8659, "4.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Caa.judge(
        dns,
        properties ->
            Verdict.ofFaults(
                Stream.of("issue", "issuewild")
                    .flatMap(tag -> fault(tag, properties).stream())
                    .toList()));
  }

  private static Optional<Fault> fault(String tag, List<CaaProperty> properties) {
    var named =
        properties.stream()
            .filter(property -> property.is(tag))
            .flatMap(property -> property.issuer().stream())
            .map(CaaProperty.Issuer::domain)
            .distinct()
            .toList();
    return named.size() > 1 && named.contains("")
        ? Optional.of(
            new Fault(
                tag,
                "nobody, and "
                    + named.stream()
                        .filter(Predicate.not(String::isEmpty))
                        .collect(Collectors.joining(", "))))
        : Optional.empty();
  }
}
