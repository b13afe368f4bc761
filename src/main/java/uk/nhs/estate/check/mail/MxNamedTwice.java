package uk.nhs.estate.check.mail;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.LinkedHashMap;
import java.util.List;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Asked;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.text.MailExchange;

/// Finds mail servers that stand in more than one MX record.
public record MxNamedTwice() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.mx-named-twice",
          INFORMATIONAL,
          "A mail server is named by more than one MX record",
          """
          Senders try the same server again when it fails, which looks like a second server \
          and is none.\
          """,
          """
          Keep one MX record for each server, with the preference that you want.\
          """,
          "dig {name} MX +short | sort -k2",
          rfc(5321, "5.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Verdict.ofExistingName(
        mail.mx(),
        _ ->
            Verdict.ofFaults(
                mail.exchanges().stream()
                    .collect(
                        groupingBy(one -> Asked.plain(one.host()), LinkedHashMap::new, toList()))
                    .entrySet()
                    .stream()
                    .filter(host -> host.getValue().size() > 1)
                    .map(host -> new Fault(host.getKey(), evidence(host.getValue())))
                    .toList()));
  }

  private static String evidence(List<MailExchange> records) {
    return records.stream()
        .map(one -> Integer.toString(one.preference()))
        .collect(joining(" and ", "with preference ", ""));
  }
}
