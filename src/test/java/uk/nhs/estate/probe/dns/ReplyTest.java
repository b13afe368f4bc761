package uk.nhs.estate.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import uk.nhs.estate.probe.LoneServer;

class ReplyTest {
  private static final Name NAME = Name.fromConstantString("www.ferry.test.");
  private static final Message QUERY = Message.newQuery(Record.newRecord(NAME, Type.A, DClass.IN));

  @Test
  void takesAnAnswerToItsQuestion() throws Exception {
    assertThat(Reply.to(QUERY, reply().toWire()))
        .hasValueSatisfying(message -> assertThat(message.getSection(Section.ANSWER)).hasSize(2));
  }

  @Test
  void takesAnAnswerThatRepeatsTheQuestionInAnotherCase() throws Exception {
    var reply = reply();
    reply.removeAllRecords(Section.QUESTION);
    reply.addRecord(
        Record.newRecord(Name.fromString("WWW.Ferry.Test."), Type.A, DClass.IN), Section.QUESTION);
    assertThat(Reply.to(QUERY, reply.toWire())).isPresent();
  }

  @Test
  void doesNotHearWhatAnswersAnotherQuestion() throws Exception {
    var otherId = reply();
    otherId.getHeader().setID(QUERY.getHeader().getID() ^ 1);
    var otherName = reply();
    otherName.removeAllRecords(Section.QUESTION);
    otherName.addRecord(
        Record.newRecord(Name.fromString("x.test."), Type.A, DClass.IN), Section.QUESTION);
    var otherType = reply();
    otherType.removeAllRecords(Section.QUESTION);
    otherType.addRecord(Record.newRecord(NAME, Type.MX, DClass.IN), Section.QUESTION);
    var noQuestion = reply();
    noQuestion.removeAllRecords(Section.QUESTION);
    for (var message : new Message[] {otherId, otherName, otherType, noQuestion, QUERY}) {
      assertThat(Reply.to(QUERY, message.toWire())).isEmpty();
    }
    assertThat(Reply.to(QUERY, new byte[0])).isEmpty();
    assertThat(Reply.to(QUERY, Arrays.copyOf(reply().toWire(), 11))).isEmpty();
  }

  @Test
  void takesAnErrorWithoutTheQuestion() throws Exception {
    var bare = new Message(QUERY.getHeader().getID());
    bare.getHeader().setFlag(Flags.QR);
    bare.getHeader().setRcode(Rcode.FORMERR);

    assertThat(Reply.to(QUERY, bare.toWire())).isPresent();
  }

  @Test
  void saysWhenItsAnswerCannotBeRead() {
    var cut = Arrays.copyOf(reply().toWire(), 40);

    assertThatThrownBy(() -> Reply.to(QUERY, cut)).isInstanceOf(Reply.Unreadable.class);
  }

  @Test
  void isNotCaughtByNamesThatPointAtThemselves() {
    var octets = reply().toWire();
    octets[33] = (byte) 0xc0; // the first answer's name: a pointer to itself
    octets[34] = 33;

    assertThatThrownBy(() -> Reply.to(QUERY, octets)).isInstanceOf(Reply.Unreadable.class);
  }

  @Property
  void survivesAnySingleWrongOctet(@ForAll @IntRange(max = 80) int at, @ForAll byte octet)
      throws Exception {
    var octets = reply().toWire();
    octets[at % octets.length] = octet;
    readAll(octets);
  }

  @FuzzTest
  void survivesAnything(FuzzedDataProvider data) {
    var octets = data.consumeRemainingAsBytes();
    if (octets.length > 2) {
      octets[0] = (byte) (QUERY.getHeader().getID() >> 8);
      octets[1] = (byte) QUERY.getHeader().getID();
      octets[2] |= (byte) 0x80;
    }
    readAll(octets);
  }

  /// Reads it, and what it says, as a resolver does.
  private static void readAll(byte[] octets) {
    try {
      Reply.to(QUERY, octets)
          .ifPresent(message -> assertThat(new Answers(NAME, Type.A).read(message)).isNotNull());
    } catch (Reply.Unreadable e) {
      assertThat(e.words()).isNotEmpty();
    }
  }

  private static Message reply() {
    var reply = new Message(QUERY.getHeader().getID());
    reply.getHeader().setFlag(Flags.QR);
    reply.addRecord(Record.newRecord(NAME, Type.A, DClass.IN), Section.QUESTION);
    var target = Name.fromConstantString("ferry.test.");
    reply.addRecord(new CNAMERecord(NAME, DClass.IN, 60, target), Section.ANSWER);
    reply.addRecord(new ARecord(target, DClass.IN, 60, LoneServer.home()), Section.ANSWER);
    return reply;
  }
}
