package uk.nhs.estate.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import uk.nhs.estate.observation.Lookup.Absence;
import uk.nhs.estate.observation.Lookup.Absent;
import uk.nhs.estate.observation.Lookup.Found;
import uk.nhs.estate.observation.Lookup.ResourceRecord;
import uk.nhs.estate.observation.Lookup.Unasked;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.probe.dns.Answers.AskFor;
import uk.nhs.estate.probe.dns.Answers.Done;
import uk.nhs.estate.probe.dns.Answers.Failed;

class AnswersTest {
  private static final String SOA = "test. 60 SOA ns.test. host.test. 1 2 3 4 5";

  @Test
  void findsTheRecordsOfTheNameAndNoOthers() {
    assertThat(
            read("a.test", Type.A)
                .message("a.test. 60 A 192.0.2.1", "b.test. 60 A 192.0.2.2", "a.test. 60 TXT x")
                .step())
        .isEqualTo(done(List.of(), new ResourceRecord("a.test", 60, "A", "192.0.2.1")));
  }

  @Test
  void findsTheNameInAnyCase() {
    assertThat(read("a.test", Type.A).message("A.TEST. 60 A 192.0.2.1").step())
        .isEqualTo(done(List.of(), new ResourceRecord("A.TEST", 60, "A", "192.0.2.1")));
  }

  @Test
  void followsAliasesInWhateverOrderTheyAreSent() {
    assertThat(
            read("www.test", Type.A)
                .message(
                    "c.test. 60 A 192.0.2.1",
                    "b.test. 60 CNAME c.test.",
                    "www.test. 60 CNAME b.test.")
                .step())
        .isEqualTo(
            done(List.of("b.test", "c.test"), new ResourceRecord("c.test", 60, "A", "192.0.2.1")));
  }

  @Test
  void saysWhichNameOnTheWayDoesNotExist() {
    assertThat(
            read("www.test", Type.A)
                .message("www.test. 60 CNAME gone.test.")
                .rcode(Rcode.NXDOMAIN)
                .authority(SOA)
                .step())
        .isEqualTo(new Done(new Absent(Absence.NXDOMAIN, List.of("gone.test"))));
  }

  @Test
  void tellsANameWithoutSuchRecordsFromNoName() {
    assertThat(read("a.test", Type.AAAA).message().authority(SOA).step())
        .isEqualTo(new Done(new Absent(Absence.NODATA, List.of())));
    assertThat(read("a.test", Type.AAAA).message().step())
        .isEqualTo(new Done(new Absent(Absence.NODATA, List.of())));
    assertThat(read("a.test", Type.AAAA).message().rcode(Rcode.NXDOMAIN).step())
        .isEqualTo(new Done(new Absent(Absence.NXDOMAIN, List.of())));
  }

  @Test
  void doesNotTakeAReferralForAnAbsence() {
    assertThat(read("a.test", Type.A).message().authority("test. 60 NS ns.test.").step())
        .isEqualTo(
            new Failed(new Obstacle(Kind.NAME_SERVERS_FAILED, "a referral instead of an answer")));
  }

  @Test
  void asksOnWhenAnAliasEndsTheMessage() throws IOException {
    var reading = read("www.test", Type.A).message("www.test. 60 CNAME b.other.");

    assertThat(reading.step()).isEqualTo(new AskFor(Name.fromString("b.other.")));
    assertThat(reading.message("b.other. 60 CNAME c.other.", "c.other. 60 A 192.0.2.1").step())
        .isEqualTo(
            done(
                List.of("b.other", "c.other"),
                new ResourceRecord("c.other", 60, "A", "192.0.2.1")));
  }

  @Test
  void seesACircleOfAliasesEvenIfTheServerFailsAtIt() {
    for (int rcode : new int[] {Rcode.NOERROR, Rcode.SERVFAIL}) {
      assertThat(
              read("a.test", Type.A)
                  .message("a.test. 60 CNAME b.test.", "b.test. 60 CNAME a.test.")
                  .rcode(rcode)
                  .step())
          .isEqualTo(new Done(new Absent(Absence.LOOP, List.of("b.test", "a.test"))));
    }
    assertThat(read("a.test", Type.A).message("a.test. 60 CNAME a.test.").step())
        .isEqualTo(new Done(new Absent(Absence.LOOP, List.of("a.test"))));
  }

  @Test
  void followsNoEndlessAliases() {
    var chain =
        IntStream.range(0, 100)
            .mapToObj(i -> "n" + i + ".test. 60 CNAME n" + (i + 1) + ".test.")
            .toArray(String[]::new);
    assertThat(read("n0.test", Type.A).message(chain).step())
        .isEqualTo(hidden(Kind.PROTOCOL_ERROR, "more than 16 aliases"));
  }

  @Test
  void takesNoMoreRecordsThanItsLimit() {
    var many =
        IntStream.range(0, 501)
            .mapToObj(i -> "a.test. 60 A 192.0." + i / 250 + "." + i % 250)
            .toArray(String[]::new);
    assertThat(read("a.test", Type.A).message(many).step())
        .isEqualTo(hidden(Kind.TOO_LARGE, "more than 500 records"));
    assertThat(
            read("a.test", Type.A)
                .message(List.of(many).subList(0, 500).toArray(String[]::new))
                .step())
        .isInstanceOfSatisfying(
            Done.class, done -> assertThat(((Found) done.answer()).records()).hasSize(500));
  }

  @ParameterizedTest
  @CsvSource({"SERVFAIL", "REFUSED", "FORMERR", "NOTIMP"})
  void neverReadsAnAnswerOutOfAFailure(String rcode) {
    var failed = new Failed(new Obstacle(Kind.NAME_SERVERS_FAILED, rcode));

    assertThat(read("a.test", Type.A).message().rcode(Rcode.value(rcode)).authority(SOA).step())
        .isEqualTo(failed);
    assertThat(
            read("a.test", Type.A)
                .message("a.test. 60 A 192.0.2.1")
                .rcode(Rcode.value(rcode))
                .step())
        .isEqualTo(failed);
  }

  /// RDATA in presentation format must read back as the same octets.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MX | 10 mail.test.",
        "TXT | \"v=spf1 -all\"",
        "TXT | \"two\" \"strings\"",
        "TXT | \"word\"",
        "TXT | \"quote \\\" backslash \\\\ octets \\000\\009\\127\\200\\255 ;\"",
        "TXT | \"\"",
        "CAA | 0 issue \"ca.test; a=b\"",
        "CAA | 128 issuewild \";\"",
        "SOA | ns.test. host\\.master.test. 2026112401 7200 1800 1209600 300",
        "NS | ns\\032one.test.",
        "AAAA | 2001:db8::1",
        "AAAA | ::ffff:192.0.2.1",
      })
  void losesNothingOfTheData(String type, String data) throws IOException {
    var number = Type.value(type);
    var record =
        Record.fromString(Name.fromString("a.test."), number, DClass.IN, 60, data, Name.root);

    assertThat(read("a.test", number).message(record).step())
        .isEqualTo(done(List.of(), new ResourceRecord("a.test", 60, type, data)));
  }

  private static Done done(List<String> aliases, ResourceRecord... records) {
    return new Done(new Found(aliases, List.of(records)));
  }

  private static Done hidden(Kind kind, String detail) {
    return new Done(new Unasked(new Obstacle(kind, detail)));
  }

  private static Reading read(String name, int type) {
    try {
      return new Reading(new Answers(Name.fromString(name, Name.root), type));
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /// Messages one after the other, as a resolver sends them.
  private static final class Reading {
    private final Answers answers;
    private Message message = new Message();

    Reading(Answers answers) {
      this.answers = answers;
    }

    Reading message(String... records) {
      message = new Message();
      message.getHeader().setFlag(Flags.QR);
      for (var one : records) {
        message.addRecord(record(one), Section.ANSWER);
      }
      return this;
    }

    Reading message(Record one) {
      message = new Message();
      message.addRecord(one, Section.ANSWER);
      return this;
    }

    Reading rcode(int rcode) {
      message.getHeader().setRcode(rcode);
      return this;
    }

    Reading authority(String one) {
      message.addRecord(record(one), Section.AUTHORITY);
      return this;
    }

    Answers.Step step() {
      return answers.read(message);
    }

    private static Record record(String line) {
      var words = line.split(" ", 4);
      try {
        return Record.fromString(
            Name.fromString(words[0]),
            Type.value(words[2]),
            DClass.IN,
            Long.parseLong(words[1]),
            words[3],
            Name.root);
      } catch (IOException e) {
        throw new IllegalArgumentException(line, e);
      }
    }
  }
}
