package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.regex.Pattern;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Lookup.ResourceRecord;

/// Finds name servers that tell everybody which version of their software they run.
public record SoftwareVersionShown() implements Check.OfDns {

  private static final Pattern DIGIT = Pattern.compile("[0-9]");

  private static final Rule RULE =
      Rule.of(
          "dns.software-version-shown",
          INFORMATIONAL,
          "A name server shows the version of its software",
          """
          Whoever looks for servers with a known flaw finds this one without trying. It does no \
          harm by itself while the software is up to date.\
          """,
          """
          Set the version text to something empty (in BIND version none, in NSD and Unbound \
          hide-version yes), and keep the software up to date all the same.\
          """,
          "dig {name} NS +short | xargs -I% dig @% version.bind TXT CH +short",
          rfc(4892, "2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Servers.judgeReplies(
        dns,
        Question.SOFTWARE_VERSION,
        reply -> {
          var texts =
              reply.answer().stream()
                  .filter(r -> r.type().equals("TXT") && DIGIT.matcher(r.data()).find())
                  .map(ResourceRecord::data)
                  .toList();
          return Verdict.passIf(texts.isEmpty(), "version.bind says " + String.join(", ", texts));
        });
  }
}
