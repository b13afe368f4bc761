package uk.nhs.estate.practice;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/// What a server says in place of the right reply when it [misbehaves][Misbehaviour].
record Misconduct(Nameserver server, Conduct conduct, byte[] octets, Message query, boolean tcp) {

  private static final Name NEVER_ASKED = PracticeZone.name("not.what.you.asked.test");
  private static final Name VERSION = PracticeZone.name("version.bind");
  private static final Name SOME_ROOT = PracticeZone.name("a.root.test");

  List<byte[]> instead(Misbehaviour how, Message right) throws IOException {
    boolean edns = query.getOPT() != null;
    return switch (how) {
      case Misbehaviour.Silent() -> List.of();
      case Misbehaviour.Refuses(int rcode) -> List.of(Responder.bare(right, rcode).toWire());
      case Misbehaviour.Slow(var by) -> {
        Workers.pause(by);
        yield fit(right);
      }
      case Misbehaviour.LosesEverySecond() ->
          !tcp && conduct.met().getAndIncrement() % 2 == 0 ? List.of() : fit(right);
      case Misbehaviour.Truncates() ->
          tcp ? fit(right) : List.of(Responder.truncated(right).toWire());
      case Misbehaviour.TruncatesWithoutTcp() ->
          tcp ? hangUp() : List.of(Responder.truncated(right).toWire());
      case Misbehaviour.HangsUpOnTcp(), Misbehaviour.RefusesTcp() -> tcp ? hangUp() : fit(right);
      case Misbehaviour.Garbage() -> List.of(garbage());
      case Misbehaviour.CompressionLoop() -> List.of(compressionLoop(right));
      case Misbehaviour.WrongId() -> {
        right.getHeader().setID(query.getHeader().getID() ^ 0x5555);
        yield fit(right);
      }
      case Misbehaviour.WrongQuestion() -> fit(asking(NEVER_ASKED, Type.A, right));
      case Misbehaviour.ChangesCase() -> fit(inCapitals(right));
      case Misbehaviour.FormerrToEdns() ->
          edns ? List.of(withoutEdns(Responder.bare(right, Rcode.FORMERR)).toWire()) : fit(right);
      case Misbehaviour.DropsEdns() -> edns ? List.of() : fit(right);
      case Misbehaviour.IgnoresEdns() -> {
        var plain = withoutEdns(query.clone());
        yield List.of(Responder.fit(server.answer(plain).message(), plain, tcp));
      }
      case Misbehaviour.AnswersAnyEdnsVersion() ->
          edns ? fit(server.answer(asVersion0()).message()) : fit(right);
      case Misbehaviour.RefersUpward() -> fit(isRefused(right) ? upward(right) : right);
      case Misbehaviour.NotAuthoritative() -> {
        right.getHeader().unsetFlag(Flags.AA);
        yield fit(right);
      }
      case Misbehaviour.Recursive() -> {
        var found = isRefused(right) && asks(Flags.RD) ? server.find(query) : right;
        found.getHeader().setFlag(Flags.RA);
        yield fit(found);
      }
      case Misbehaviour.GivesZonesAway() -> zone(right);
      case Misbehaviour.ShowsVersion(var software) -> fit(version(right, software));
      case Misbehaviour.Rebinds(int after) ->
          fit(isAsked(Type.A) && conduct.met().getAndIncrement() >= after ? rebound(right) : right);
      case Misbehaviour.OnlyFor(int type, var what) ->
          isAsked(type) ? instead(what, right) : fit(right);
      case Misbehaviour.ClaimsSecure() -> {
        right.getHeader().setFlag(Flags.AD);
        yield fit(right);
      }
      case Misbehaviour.ClaimsBogus(int reason) ->
          fit(asks(Flags.CD) ? right : bogus(right, reason));
    };
  }

  private List<byte[]> fit(Message reply) {
    return List.of(Responder.fit(reply, query, tcp));
  }

  private boolean asks(int flag) {
    return query.getHeader().getFlag(flag);
  }

  private boolean isAsked(int type) {
    var asked = query.getQuestion();
    return asked != null && asked.getType() == type;
  }

  private static boolean isRefused(Message right) {
    return right.getHeader().getRcode() == Rcode.REFUSED;
  }

  private static List<byte[]> hangUp() throws IOException {
    throw new IOException("hangs up");
  }

  /// An answer by its first four octets, with more records announced than there are octets to
  /// follow.
  private byte[] garbage() {
    var garbage = new byte[40];
    Arrays.fill(garbage, (byte) 0xff);
    ByteBuffer.wrap(garbage).put(octets, 0, 2).putShort((short) 0x8180); // QR, RD, RA
    return garbage;
  }

  private static byte[] compressionLoop(Message right) {
    var head = withoutEdns(Responder.bare(right, Rcode.NOERROR)).toWire();
    int at = head.length;
    return ByteBuffer.allocate(at + 2 + 10 + 4)
        .put(head)
        .putShort((short) (0xc000 | at)) // the name is the name that begins here
        .putShort((short) Type.A)
        .putShort((short) DClass.IN)
        .putInt(60)
        .putShort((short) 4)
        .put(Loopback.HOME.getAddress())
        .putShort(6, (short) 1) // one answer
        .array();
  }

  private static Message asking(Name name, int type, Message reply) {
    reply.removeAllRecords(Section.QUESTION);
    reply.addRecord(Record.newRecord(name, type, DClass.IN), Section.QUESTION);
    return reply;
  }

  private Message inCapitals(Message right) {
    var asked = query.getQuestion();
    return asked == null
        ? right
        : asking(
            PracticeZone.name(asked.getName().toString().toUpperCase(Locale.ROOT)),
            asked.getType(),
            right);
  }

  private static Message withoutEdns(Message message) {
    var opt = message.getOPT();
    if (opt != null) {
      message.removeRecord(opt, Section.ADDITIONAL);
    }
    return message;
  }

  private Message asVersion0() {
    var opt = query.getOPT();
    var same = withoutEdns(query.clone());
    same.addRecord(new OPTRecord(opt.getPayloadSize(), 0, 0, opt.getFlags()), Section.ADDITIONAL);
    return same;
  }

  private static Message upward(Message right) {
    right.getHeader().setRcode(Rcode.NOERROR);
    right.addRecord(new NSRecord(Name.root, DClass.IN, 86_400, SOME_ROOT), Section.AUTHORITY);
    return right;
  }

  /// All records of a zone between two of its SOA (RFC 5936 §2.2), over TCP only.
  private List<byte[]> zone(Message right) {
    var asked = query.getQuestion();
    var zone =
        asked != null && asked.getType() == Type.AXFR ? server.zones().at(asked.getName()) : null;
    return zone == null || !tcp ? fit(right) : Transfer.of(zone, right);
  }

  private Message version(Message right, String software) {
    var asked = query.getQuestion();
    if (asked != null
        && asked.getDClass() == DClass.CH
        && asked.getType() == Type.TXT
        && asked.getName().equals(VERSION)) {
      right.getHeader().setRcode(Rcode.NOERROR);
      right.getHeader().setFlag(Flags.AA);
      right.addRecord(new TXTRecord(VERSION, DClass.CH, 0, software), Section.ANSWER);
    }
    return right;
  }

  private static Message rebound(Message right) {
    for (var one : right.getSection(Section.ANSWER)) {
      if (one instanceof ARecord) {
        right.removeRecord(one, Section.ANSWER);
        right.addRecord(
            new ARecord(one.getName(), DClass.IN, one.getTTL(), Loopback.HOME), Section.ANSWER);
      }
    }
    return right;
  }

  private static Message bogus(Message right, int reason) {
    var opt = right.getOPT();
    var failed = withoutEdns(Responder.bare(right, Rcode.SERVFAIL));
    if (opt != null) {
      var why = new ExtendedErrorCodeOption(reason);
      failed.addRecord(
          new OPTRecord(opt.getPayloadSize(), 0, 0, opt.getFlags(), List.of(why)),
          Section.ADDITIONAL);
    }
    return failed;
  }
}
