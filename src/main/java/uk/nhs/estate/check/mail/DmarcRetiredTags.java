package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.text.DmarcRecord;

/// Finds DMARC records with parts that the standard has retired.
public record DmarcRetiredTags() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.dmarc-retired-tags",
          INFORMATIONAL,
          "The DMARC record has tags that no longer mean anything",
          """
          RFC 9989 has retired pct, rf, ri and sizes after addresses. Receivers of today pass \
          over them, older ones still go by them: the two treat your mail differently.\
          """,
          "Delete them. To try a policy out before it counts, use t=y instead of pct.",
          "dig _dmarc.{name} TXT +short",
          rfc(9989, "4.8"),
          rfc(9989, "9.3"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Dmarc.ofOwnRecord(
        mail,
        record -> {
          var retired = retired(record);
          return Verdict.passIf(retired.isEmpty(), String.join(", ", retired));
        });
  }

  private static List<String> retired(DmarcRecord record) {
    return Stream.concat(
            record.retired().stream().map(DmarcRetiredTags::words),
            record.mailboxes().stream()
                .filter(mailbox -> !mailbox.size().isEmpty())
                .map(mailbox -> "!" + mailbox.size() + " after " + mailbox.address()))
        .toList();
  }

  private static String words(DmarcRecord.Part tag) {
    var written = tag.name() + "=" + tag.value();
    return tag.name().equals("pct") && !tag.value().equals("100")
        ? written + " (older receivers apply the policy to that share of the mail alone)"
        : written;
  }
}
