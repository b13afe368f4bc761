package uk.nhs.estate.probe.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import uk.nhs.estate.observation.Asked;
import uk.nhs.estate.observation.Lookup.ResourceRecord;

/// A reply, and how it came.
///
/// @param octets its length
/// @param millis how long it took
record Heard(Query query, Message message, int octets, long millis) {
  /// Of one section; who sends more than this is cut short when kept.
  private static final int MOST_KEPT = 100;

  /// No name server's text is kept beyond this.
  private static final int MOST_OF_A_TEXT = 200;

  int rcode() {
    return message.getRcode();
  }

  boolean has(int flag) {
    return message.getHeader().getFlag(flag);
  }

  boolean isTruncated() {
    return has(Flags.TC);
  }

  /// Whether it says that records or names are there or not, rather than that it failed.
  boolean isUsable() {
    return rcode() == Rcode.NOERROR || rcode() == Rcode.NXDOMAIN;
  }

  /// What kept it from being an answer by one who holds the zone.
  String failure() {
    return isUsable() ? "no authority" : Rcode.string(rcode());
  }

  /// As it is kept.
  Asked.Replied replied() {
    var opt = message.getOPT();
    return new Asked.Replied(
        Rcode.string(rcode()),
        flags(message.getHeader()),
        opt == null ? null : opt.getVersion(),
        errors(opt),
        caseKept(),
        octets,
        millis,
        kept(Section.ANSWER),
        kept(Section.AUTHORITY),
        kept(Section.ADDITIONAL));
  }

  private static List<String> flags(Header header) {
    var flags = new ArrayList<String>();
    for (int flag : List.of(Flags.QR, Flags.AA, Flags.TC, Flags.RD, Flags.RA, Flags.AD, Flags.CD)) {
      if (header.getFlag(flag)) {
        flags.add(Flags.string(flag).toLowerCase(Locale.ROOT));
      }
    }
    return flags;
  }

  private static List<String> errors(@Nullable OPTRecord opt) {
    return opt == null
        ? List.of()
        : opt.getOptions(EDNSOption.Code.EDNS_EXTENDED_ERROR).stream()
            .map(ExtendedErrorCodeOption.class::cast)
            .map(Heard::text)
            .limit(MOST_KEPT)
            .toList();
  }

  private static String text(ExtendedErrorCodeOption error) {
    var text = error.getText() == null ? "" : " " + error.getText();
    var whole = ExtendedErrorCodeOption.text(error.getErrorCode()) + text;
    return whole.substring(0, Math.min(whole.length(), MOST_OF_A_TEXT));
  }

  private boolean caseKept() {
    var question = message.getQuestion();
    return question == null || question.getName().toString().equals(query.name().toString());
  }

  private List<ResourceRecord> kept(int section) {
    return message.getSection(section).stream()
        .filter(record -> !(record instanceof OPTRecord))
        .limit(MOST_KEPT)
        .map(RecordText::of)
        .toList();
  }

  /// The records of one name and type in a section.
  List<Record> records(int section, Name name, int type) {
    return message.getSection(section).stream()
        .filter(record -> record.getType() == type && record.getName().equals(name))
        .toList();
  }
}
