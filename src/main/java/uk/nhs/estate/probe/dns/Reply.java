package uk.nhs.estate.probe.dns;

import java.io.IOException;
import java.util.Optional;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;

/// Turns octets from the network into a message, if they answer the question that was asked.
final class Reply {
  private static final int HEADER = 12;

  /// What came back cannot be used.
  static final class Unreadable extends IOException {
    private final String words;

    Unreadable(String words) {
      super(words);
      this.words = words;
    }

    /// What came back instead of an answer.
    String words() {
      return words;
    }
  }

  private Reply() {}

  /// The message; nothing if it belongs to another question, or is none of an answer.
  ///
  /// @throws Unreadable if it has the id of our question and cannot be read
  static Optional<Message> to(Message query, byte[] octets) throws Unreadable {
    if (octets.length < HEADER
        || ((octets[0] & 0xff) << 8 | (octets[1] & 0xff)) != query.getHeader().getID()
        || octets[2] >= 0) { // the first bit is set in answers
      return Optional.empty();
    }
    var message = read(octets);
    return answers(message, query) ? Optional.of(message) : Optional.empty();
  }

  private static Message read(byte[] octets) throws Unreadable {
    try {
      return new Message(octets);
    } catch (IOException | RuntimeException _) { // some records are checked by their constructors
      throw new Unreadable("an answer that cannot be read");
    }
  }

  private static boolean answers(Message message, Message query) {
    var header = message.getHeader();
    if (header.getOpcode() != query.getHeader().getOpcode()) {
      return false;
    }
    var asked = message.getQuestion();
    if (asked == null) { // some servers send their errors bare
      return message.getRcode() != Rcode.NOERROR && message.getRcode() != Rcode.NXDOMAIN;
    }
    return header.getCount(Section.QUESTION) == 1 && asked.equals(query.getQuestion());
  }
}
