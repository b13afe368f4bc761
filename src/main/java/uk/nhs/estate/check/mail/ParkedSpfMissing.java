package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;

/// Finds domains that are not used for mail and do not say that nobody may send for them.
///
/// With DMARC, which [ParkedDmarcMissing] looks for, forged mail fails without SPF as well: hence
/// less grave than [SpfMissing].
public record ParkedSpfMissing() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
              "mail.parked-spf-missing",
              ADVISORY,
              "The domain sends no mail, but does not say so by SPF",
              """
              Receivers that go by SPF alone cannot tell that all mail in the domain's name is forged.\
              """,
              """
              Publish the TXT record v=spf1 -all at the domain. There is nothing to find out first, \
              as nobody sends for it.\
              """,
              "dig {name} TXT +short; dig {name} MX +short",
              rfc(7208, "10.1.2"))
          .seenTwice();

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Parked.ofUnused(
        mail,
        () ->
            Verdict.passIf(
                !mail.spf().isEmpty(),
                Stream.concat(
                        Stream.of("it takes no mail and has no SPF record"),
                        Spf.selection(mail).nearMisses().stream()
                            .map(text -> "not recognised as one: " + text))
                    .collect(Collectors.joining("; "))));
  }
}
