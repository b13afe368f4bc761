package uk.nhs.estate.practice;

import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/// A whole zone in as many messages as it takes (RFC 5936 §2.2).
final class Transfer {

  private static final int RECORDS_A_MESSAGE = 100;

  private Transfer() {}

  static List<byte[]> of(PracticeZone zone, Message head) {
    var records = new ArrayList<Record>();
    records.add(zone.soa());
    zone.records().stream().filter(one -> !one.equals(zone.soa())).forEach(records::add);
    records.add(zone.soa());
    var messages = new ArrayList<byte[]>();
    for (int from = 0; from < records.size(); from += RECORDS_A_MESSAGE) {
      var message = head.clone();
      message.getHeader().setRcode(Rcode.NOERROR);
      message.getHeader().setFlag(Flags.AA);
      records.stream()
          .skip(from)
          .limit(RECORDS_A_MESSAGE)
          .forEach(one -> message.addRecord(one, Section.ANSWER));
      messages.add(message.toWire());
    }
    return messages;
  }
}
