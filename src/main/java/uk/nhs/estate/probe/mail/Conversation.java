package uk.nhs.estate.probe.mail;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import uk.nhs.estate.observation.MailServerFacts.Turn;
import uk.nhs.estate.probe.net.Obstacles;

/// Says commands of SMTP and hears replies, over a connection whose own limits bound time and size.
record Conversation(InputStream in, OutputStream out) {

  /// RFC 5321 §4.5.3.1.5 allows 512; many send more.
  private static final int LONGEST_LINE = 2048;

  /// More than any server has extensions.
  private static final int MOST_LINES = 100;

  /// Says a command and hears the reply.
  Turn say(String command) throws IOException {
    send(command);
    return hear(command);
  }

  /// Says commands, all of them in one segment, and hears nothing.
  void send(String... commands) throws IOException {
    out.write((String.join("\r\n", commands) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  /// Hears one reply: lines with a hyphen behind the code, and one without (RFC 5321 §4.2.1).
  Turn hear(String command) throws IOException {
    var lines = new ArrayList<String>();
    while (lines.size() < MOST_LINES) {
      var line = line();
      if (new Turn(command, List.of(line)).code() == 0) {
        throw new IOException("this is no reply of SMTP: " + line);
      }
      lines.add(line);
      if (line.length() < 4 || line.charAt(3) != '-') {
        return new Turn(command, List.copyOf(lines));
      }
    }
    throw new IOException("a reply of more than " + MOST_LINES + " lines");
  }

  /// Octet by octet, as what comes next may not be for us to read. A line feed alone ends a line,
  /// too: some send no more.
  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw line.size() == 0
            ? new EOFException()
            : new IOException(
                "this is no reply of SMTP: " + Obstacles.printable(line.toByteArray()));
      }
      line.write(next);
      if (line.size() > LONGEST_LINE) {
        throw new IOException("a line of more than " + LONGEST_LINE + " octets");
      }
    }
    var text = line.toString(StandardCharsets.ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }
}
