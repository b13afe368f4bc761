package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.Severity.ADVISORY;

import java.util.List;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.page.Markup;

/// Finds `integrity` attributes that browsers pass over.
public record IntegrityInvalid() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "page.integrity-invalid",
          ADVISORY,
          "An integrity attribute has no digest that browsers know",
          "Browsers then load the file unchecked, as if the attribute were not there.",
          """
          Write sha384- and the digest of the file in base64: openssl dgst -sha384 -binary FILE \
          | base64 shows it.\
          """,
          Commands.SCRIPTS,
          Standards.INTEGRITY);

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Verdict.ofMarkups(http, IntegrityInvalid::faults);
  }

  private static List<Fault> faults(Markup markup) {
    return Loaded.by(markup).stream()
        .filter(one -> one.takesIntegrity() && one.integrity() != null)
        .filter(one -> !one.isTied())
        .map(
            one ->
                new Fault(
                    one.address().host() + one.address().path(),
                    "integrity=\"" + one.integrity() + "\" of the " + one.what()))
        .toList();
  }
}
