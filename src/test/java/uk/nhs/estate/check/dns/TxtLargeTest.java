package uk.nhs.estate.check.dns;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dns;

import java.io.IOException;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Topic;

class TxtLargeTest extends CheckTest {
  /// Five records that make a whole answer, as it is sent, of so many octets.
  private static Lookup txt(int octets) {
    var records = new ArrayList<String>();
    for (int filled = 0; filled < 4; filled++) {
      records.add("\"" + "x".repeat(200) + "\"");
    }
    records.add("\"\"");
    records.set(4, "\"" + "x".repeat(octets - length(records)) + "\"");
    return found(NAME, "TXT", records.toArray(String[]::new));
  }

  private static int length(Iterable<String> records) {
    try {
      var name = Name.fromString(NAME, Name.root);
      var answer = Message.newQuery(Record.newRecord(name, Type.TXT, DClass.IN));
      answer.getHeader().setFlag(Flags.QR);
      for (var data : records) {
        answer.addRecord(
            Record.fromString(name, Type.TXT, DClass.IN, 60, data, Name.root), Section.ANSWER);
      }
      answer.addRecord(new OPTRecord(1232, 0, 0), Section.ADDITIONAL);
      return answer.toWire().length;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  TxtLargeTest() {
    super(new TxtLarge());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("two short records"),
        passes("none", dns(absent(NAME, "TXT"))),
        passes("1,232 octets still fit", dns(txt(1232))),
        fails("one octet more", "5 TXT records, an answer of 1233 octets", dns(txt(1233))),
        doesNotApply("a name that does not exist", "not exist", dns(nxdomain(NAME, "TXT"))),
        cannotTell("it could not be asked", "in time", dns(unasked(NAME, "TXT"))),
        cannotTellWithout(Topic.DNS));
  }
}
