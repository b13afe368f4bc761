package uk.nhs.estate.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Lookup.ResourceRecord;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.text.DmarcNearMiss;
import uk.nhs.estate.observation.text.DmarcRecord;
import uk.nhs.estate.observation.text.SpfSelection;
import uk.nhs.estate.observation.text.TxtData;
import uk.nhs.estate.register.Refusal;

/// Records that somebody means to publish for a domain.
///
/// @param spf the text of the SPF record; none leaves what is there
/// @param dmarc the text of the DMARC record; none leaves what is there
public record Proposal(@Nullable String spf, @Nullable String dmarc) {

  /// Longer records do not get through the DNS whole (RFC 7208 §3.4, RFC 6891 §6.2.5).
  public static final int LONGEST = 4096;

  private static final long TTL = 3600;

  /// @throws Refusal for none at all, and for what cannot be the text of a record
  public Proposal {
    if (spf == null && dmarc == null) {
      throw new Refusal("spf", "Give an SPF record, a DMARC record or both.");
    }
    check("spf", spf);
    check("dmarc", dmarc);
  }

  private static void check(String field, @Nullable String text) {
    if (text == null) {
      return;
    }
    var noun = field.toUpperCase(Locale.ROOT);
    if (text.isBlank()) {
      throw new Refusal(field, "The " + noun + " record is empty: give its text, or leave it out.");
    }
    if (text.length() > LONGEST) {
      throw new Refusal(
          field, "The %s record is longer than %d characters.".formatted(noun, LONGEST));
    }
    if (!text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw new Refusal(
          field, "The " + noun + " record has characters that are not ASCII, or line ends.");
    }
  }

  /// What would be seen of a domain's mail were it published: in place of the records of its kind,
  /// those that are not recognised as such among them, beside all other texts.
  public MailFacts in(MailFacts mail) {
    return new MailFacts(
        mail.seenAt(),
        mail.mx(),
        replaced(mail.txt(), spf, Proposal::isSpf),
        replaced(mail.dmarc(), dmarc, Proposal::isDmarc),
        mail.lookups(),
        mail.selectors(),
        mail.policy(),
        mail.servers());
  }

  private static boolean isSpf(String rdata) {
    var selection = SpfSelection.of(List.of(rdata));
    return !selection.records().isEmpty() || !selection.nearMisses().isEmpty();
  }

  private static boolean isDmarc(String rdata) {
    var text = TxtData.parse(rdata).joined();
    return DmarcRecord.parse(text).isPresent() || DmarcNearMiss.of(text).isPresent();
  }

  private static Lookup replaced(Lookup today, @Nullable String text, Predicate<String> ofItsKind) {
    if (text == null) {
      return today;
    }
    var records = new ArrayList<ResourceRecord>();
    records.add(new ResourceRecord(today.name(), TTL, "TXT", TxtData.written(text)));
    if (today.answer() instanceof Lookup.Found(_, var others)) {
      others.stream().filter(other -> !ofItsKind.test(other.data())).forEach(records::add);
    }
    return new Lookup(today.name(), "TXT", new Lookup.Found(List.of(), records), today.security());
  }
}
