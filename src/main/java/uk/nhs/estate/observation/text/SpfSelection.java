package uk.nhs.estate.observation.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which of a domain's TXT records are SPF records, and which only look like one (RFC 7208 §4.5).
///
/// @param records the SPF records: one is right, more are an error
/// @param nearMisses texts that no receiver takes for SPF, although somebody meant them to be
/// @param senderIds records of Sender ID, which is given up (RFC 6686)
public record SpfSelection(
    List<Published> records, List<String> nearMisses, List<String> senderIds) {

  /// What people write when they mean an SPF record: its version with other signs in, before or
  /// after it, the version without its beginning, or terms without a version.
  private static final List<Pattern> NEAR_MISSES =
      Stream.of(
              "\\W*+v\\s*[=:;.]?\\s*spf.*",
              ".*v=spf1.*",
              "\\W*+spf\\s*v?[\\s.-]?1(?![a-z0-9]).*",
              "\\W*+spf\\s.*[-~?+]all\\W*",
              "\\W*+(?:[+?~-]?(?:a|mx|(?:ip4|ip6|include|a|mx):\\S++)\\s++)++[-~?+]all\\W*")
          .map(form -> Pattern.compile(form, Pattern.CASE_INSENSITIVE | Pattern.DOTALL))
          .toList();

  private static final Pattern SENDER_ID =
      Pattern.compile("spf2\\.[0-9].*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  public SpfSelection {
    records = List.copyOf(records);
    nearMisses = List.copyOf(nearMisses);
    senderIds = List.copyOf(senderIds);
  }

  /// An SPF record with the strings that it came in.
  public record Published(SpfRecord record, TxtData data) {}

  /// Sorts the data of TXT records, in presentation format.
  public static SpfSelection of(List<String> rdata) {
    var records = new ArrayList<Published>();
    var nearMisses = new ArrayList<String>();
    var senderIds = new ArrayList<String>();
    for (var one : rdata) {
      var data = TxtData.parse(one);
      var text = data.joined();
      var record = SpfRecord.parse(text);
      if (record.isPresent()) {
        records.add(new Published(record.get(), data));
      } else if (SENDER_ID.matcher(text).matches()) {
        senderIds.add(text);
      } else if (isNearMiss(text)) {
        nearMisses.add(text);
      }
    }
    return new SpfSelection(records, nearMisses, senderIds);
  }

  private static boolean isNearMiss(String text) {
    return NEAR_MISSES.stream().anyMatch(form -> form.matcher(text).matches());
  }
}
