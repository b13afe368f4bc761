package uk.nhs.estate.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Consumer;

/// Prints lines that fit a terminal of [#COLUMNS] columns: a longer one goes on below where its
/// text began. A command that goes on ends with a backslash, so that it can still be copied.
final class Narrow {
  static final int COLUMNS = 100;

  private static final int LEAST = 40;
  private static final String COMMAND = "    See it  ";

  private Narrow() {}

  /// Prints what is printed, narrowed.
  static void print(PrintWriter out, Consumer<PrintWriter> wide) {
    var text = new StringWriter();
    var writer = new PrintWriter(text);
    wide.accept(writer);
    writer.flush();
    text.toString().lines().forEach(line -> print(line, out));
  }

  private static void print(String line, PrintWriter out) {
    boolean command = line.startsWith(COMMAND);
    var indent = " ".repeat(command ? COMMAND.length() : indent(line));
    int most = command ? COLUMNS - 2 : COLUMNS;
    var rest = line;
    while (rest.length() > COLUMNS) {
      int end =
          command ? outsideQuotes(rest, most, indent.length()) : space(rest, most, indent.length());
      if (end < 0) {
        if (command) {
          break; // it would not be the same command
        }
        end = most;
      }
      out.println(rest.substring(0, end).stripTrailing() + (command ? " \\" : ""));
      rest = indent + rest.substring(end).stripLeading();
    }
    out.println(rest);
  }

  /// Where the text of a line begins: after its name if it has one, which two spaces part from it.
  private static int indent(String line) {
    int start = line.length() - line.stripLeading().length();
    int gap = line.indexOf("  ", start);
    int text = gap;
    while (text >= 0 && text < line.length() && line.charAt(text) == ' ') {
      text++;
    }
    return gap < 0 || text > COLUMNS - LEAST ? Math.min(start + 2, LEAST) : text;
  }

  private static int space(String line, int most, int indent) {
    int end = line.lastIndexOf(' ', most);
    return end > indent ? end : -1;
  }

  private static int outsideQuotes(String line, int most, int indent) {
    int end = -1;
    char quote = 0;
    for (int at = 0; at <= most && at < line.length(); at++) {
      char c = line.charAt(at);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == ' ' && at > indent) {
        end = at;
      }
    }
    return end;
  }
}
