package uk.nhs.estate.practice;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;

/// Turns the octets of a DNS question into those of a server's reply.
final class Responder {

  private static final int PLAIN_UDP = 512; // RFC 1035 §4.2.1
  private static final int LARGEST_UDP = 4096;
  private static final int LARGEST_TCP = 65_535;

  private final Nameserver server;

  Responder(Nameserver server) {
    this.server = server;
  }

  /// The reply, in several messages when it is a whole zone, or none for silence; fails when the
  /// connection is to be cut.
  List<byte[]> reply(byte[] octets, boolean tcp) throws IOException {
    Message query;
    try {
      query = new Message(octets);
    } catch (IOException _) {
      return formatError(octets);
    }
    if (query.getHeader().getFlag(Flags.QR)) {
      return List.of(); // an answer to an answer could go on for ever
    }
    var answer = server.answer(query);
    var conduct = answer.conduct() == null ? server.conduct() : answer.conduct();
    return conduct == null
        ? List.of(fit(answer.message(), query, tcp))
        : new Misconduct(server, conduct, octets, query, tcp)
            .instead(conduct.how(), answer.message());
  }

  /// Makes a reply fit, and says so (TC) if anything is left out that the asker needs: all of a
  /// referral's addresses are (RFC 9471 §3.1), those beside an answer are not.
  static byte[] fit(Message reply, Message query, boolean tcp) {
    int most = tcp ? LARGEST_TCP : udpSize(query);
    var whole = reply.toWire();
    if (whole.length > most && reply.getHeader().getCount(Section.ANSWER) > 0) {
      whole = without(reply, Section.ADDITIONAL).toWire();
    }
    return whole.length > most ? truncated(reply).toWire() : whole;
  }

  private static int udpSize(Message query) {
    var opt = query.getOPT();
    return opt == null ? PLAIN_UDP : Math.clamp(opt.getPayloadSize(), PLAIN_UDP, LARGEST_UDP);
  }

  static Message truncated(Message reply) {
    bare(reply, reply.getHeader().getRcode()).getHeader().setFlag(Flags.TC);
    return reply;
  }

  static Message bare(Message reply, int rcode) {
    without(reply, Section.ANSWER);
    without(reply, Section.AUTHORITY);
    without(reply, Section.ADDITIONAL);
    reply.getHeader().setRcode(rcode);
    reply.getHeader().unsetFlag(Flags.AA);
    return reply;
  }

  /// Empties a section, of all but what EDNS says.
  private static Message without(Message reply, int section) {
    var opt = reply.getOPT();
    reply.removeAllRecords(section);
    if (opt != null && section == Section.ADDITIONAL) {
      reply.addRecord(opt, Section.ADDITIONAL);
    }
    return reply;
  }

  /// Tells an asker whose message cannot be read that it cannot, if it has an id to tell it by.
  private static List<byte[]> formatError(byte[] query) {
    if (query.length < 2) {
      return List.of();
    }
    var message = new Message(ByteBuffer.wrap(query).getShort() & 0xffff);
    message.getHeader().setFlag(Flags.QR);
    message.getHeader().setRcode(Rcode.FORMERR);
    return List.of(message.toWire());
  }
}
