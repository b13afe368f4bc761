package uk.nhs.estate.practice;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// Turns the octets of a DNS question into those of a reply, rightly or in the way that a
/// [Misbehaviour] asks for.
final class Responder {

  private static final int PLAIN_UDP = 512; // RFC 1035 §4.2.1
  private static final int LARGEST_UDP = 4096;
  private static final int LARGEST_TCP = 65_535;
  private static final Name NEVER_ASKED = PracticeZone.name("not.what.you.asked.test");

  private final Answers answers;

  Responder(Answers answers) {
    this.answers = answers;
  }

  /// The reply, or nothing for silence; fails when the connection is to be cut.
  Optional<byte[]> reply(byte[] octets, boolean authority, boolean tcp) throws IOException {
    Message query;
    try {
      query = new Message(octets);
    } catch (IOException _) {
      return formatError(octets);
    }
    if (query.getHeader().getFlag(Flags.QR)) {
      return Optional.empty(); // an answer to an answer could go on for ever
    }
    var answer = answers.answer(query, authority);
    var message = answer.message();
    int most = tcp ? LARGEST_TCP : udpSize(query);
    return switch (answer.misbehaviour()) {
      case null -> Optional.of(message.toWire(most));
      case Misbehaviour.Silent() -> Optional.empty();
      case Misbehaviour.Refuses(int rcode) -> Optional.of(bare(message, rcode).toWire());
      case Misbehaviour.Slow(var by) -> {
        Workers.pause(by);
        yield Optional.of(message.toWire(most));
      }
      case Misbehaviour.Truncates() ->
          Optional.of(tcp ? message.toWire(most) : truncated(message).toWire());
      case Misbehaviour.TruncatesWithoutTcp() -> {
        if (tcp) {
          throw new IOException("hangs up");
        }
        yield Optional.of(truncated(message).toWire());
      }
      case Misbehaviour.Garbage() -> Optional.of(garbage(octets));
      case Misbehaviour.WrongId() -> {
        message.getHeader().setID(query.getHeader().getID() ^ 0x5555);
        yield Optional.of(message.toWire(most));
      }
      case Misbehaviour.WrongQuestion() -> {
        message.removeAllRecords(Section.QUESTION);
        message.addRecord(Record.newRecord(NEVER_ASKED, Type.A, DClass.IN), Section.QUESTION);
        yield Optional.of(message.toWire(most));
      }
      case Misbehaviour.ClaimsSecure() -> {
        message.getHeader().setFlag(Flags.AD);
        yield Optional.of(message.toWire(most));
      }
    };
  }

  private static int udpSize(Message query) {
    var opt = query.getOPT();
    return opt == null ? PLAIN_UDP : Math.clamp(opt.getPayloadSize(), PLAIN_UDP, LARGEST_UDP);
  }

  private static Message bare(Message answer, int rcode) {
    answer.removeAllRecords(Section.ANSWER);
    answer.removeAllRecords(Section.AUTHORITY);
    answer.getHeader().setRcode(rcode);
    answer.getHeader().unsetFlag(Flags.AA);
    return answer;
  }

  private static Message truncated(Message answer) {
    bare(answer, answer.getRcode()).getHeader().setFlag(Flags.TC);
    return answer;
  }

  /// An answer by its first four octets, with more records announced than there are octets to
  /// follow.
  private static byte[] garbage(byte[] query) {
    var octets = new byte[40];
    Arrays.fill(octets, (byte) 0xff);
    ByteBuffer.wrap(octets).put(query, 0, 2).putShort((short) 0x8180); // QR, RD, RA
    return octets;
  }

  /// Tells an asker whose message cannot be read that it cannot, if it has an id to tell it by.
  private static Optional<byte[]> formatError(byte[] query) {
    if (query.length < 2) {
      return Optional.empty();
    }
    var message = new Message(ByteBuffer.wrap(query).getShort() & 0xffff);
    message.getHeader().setFlag(Flags.QR);
    message.getHeader().setRcode(Rcode.FORMERR);
    return Optional.of(message.toWire());
  }
}
