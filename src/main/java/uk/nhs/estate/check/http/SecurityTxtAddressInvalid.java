package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.ReportAddress;

/// Finds addresses in security.txt that programs cannot use or people should not.
public record SecurityTxtAddressInvalid() implements Check.OfHttp {

  private static final List<String> FIELDS =
      List.of("Contact", "Acknowledgments", "Canonical", "Encryption", "Hiring", "Policy", "CSAF");

  private static final Rule RULE =
      Rule.of(
          "http.security-txt-address-invalid",
          INFORMATIONAL,
          "The security.txt gives an address that is not valid",
          """
          Programs that read the file do not understand it, and a page over http can be changed \
          on the way, so that a report goes to somebody else.\
          """,
          """
          Write a whole address: https:// for a page, mailto: before an email address, tel: \
          before a telephone number.\
          """,
          Commands.SECURITY_TXT,
          rfc(9116, "2.5.3"),
          rfc(9116, "4"),
          rfc(3986, "3"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Disclosure.judgeFile(
        http,
        (file, _) ->
            Verdict.ofFaults(
                FIELDS.stream()
                    .flatMap(name -> fault(name, file.values(name.toLowerCase(Locale.ROOT))))
                    .toList()));
  }

  private static Stream<Fault> fault(String name, List<String> values) {
    return values.stream()
        .flatMap(
            value -> ReportAddress.whatIsWrong(value).map(wrong -> wrong + ": " + value).stream())
        .limit(1)
        .map(evidence -> new Fault(name, evidence));
  }
}
