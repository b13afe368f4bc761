package uk.nhs.estate.probe.dns;

import java.security.SecureRandom;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/// A question to one server, with what surrounds it on the wire.
///
/// @param edns the version of EDNS with which DO is set (RFC 6891, RFC 3225); below 0 for none
/// @param recursion whether recursion is desired
record Query(Name name, int type, int dclass, int edns, boolean recursion) {
  /// What UDP carries everywhere in one piece (RFC 9715 §3.2, DNS flag day 2020).
  static final int PAYLOAD = 1232;

  private static final SecureRandom RANDOM = new SecureRandom();

  /// As a validating resolver asks an authority.
  static Query of(Name name, int type) {
    return new Query(name, type, DClass.IN, 0, false);
  }

  /// As before there was EDNS.
  static Query withoutEdns(Name name, int type) {
    return new Query(name, type, DClass.IN, -1, false);
  }

  /// The message, with an id of its own each time.
  Message message() {
    var message = Message.newQuery(Record.newRecord(name, type, dclass));
    message.getHeader().setID(RANDOM.nextInt(1 << 16));
    if (!recursion) {
      message.getHeader().unsetFlag(Flags.RD);
    }
    if (edns >= 0) {
      message.addRecord(new OPTRecord(PAYLOAD, 0, edns, ExtendedFlags.DO), Section.ADDITIONAL);
    }
    return message;
  }
}
