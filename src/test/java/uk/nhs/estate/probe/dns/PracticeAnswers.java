package uk.nhs.estate.probe.dns;

import java.io.IOException;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// Makes answers of one's own wording.
final class PracticeAnswers {
  private PracticeAnswers() {}

  /// @param record its name, type and data
  static Message with(Message query, String record) {
    var words = record.split(" ", 3);
    var message = new Message(query.getHeader().getID());
    message.getHeader().setFlag(Flags.QR);
    message.getHeader().setFlag(Flags.RA);
    message.addRecord(query.getQuestion(), Section.QUESTION);
    try {
      message.addRecord(
          Record.fromString(
              Name.fromString(words[0]), Type.value(words[1]), DClass.IN, 60, words[2], Name.root),
          Section.ANSWER);
    } catch (IOException e) {
      throw new IllegalArgumentException(record, e);
    }
    return message;
  }
}
