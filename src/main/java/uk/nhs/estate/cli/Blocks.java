package uk.nhs.estate.cli;

import java.io.PrintWriter;
import java.util.List;
import uk.nhs.estate.observation.posture.Block;

/// Parts of what was seen, for a terminal.
final class Blocks {
  private static final int WIDEST = 72;
  private static final int WIDEST_NAME = 40;

  private Blocks() {}

  static void print(Block block, PrintWriter out) {
    out.println();
    switch (block) {
      case Block.Pairs(var title, var pairs) -> {
        out.println("  " + Terminal.safe(title));
        int widest =
            pairs.stream()
                .mapToInt(pair -> Math.min(Terminal.safe(pair.name()).length(), WIDEST_NAME))
                .max()
                .orElse(0);
        for (var pair : pairs) {
          var name = padded(Terminal.safe(pair.name()), widest);
          for (var value : pair.values()) {
            out.println("    " + name + "  " + Terminal.safe(value));
            name = " ".repeat(widest);
          }
        }
      }
      case Block.Table(var title, var columns, var rows) -> {
        out.println("  " + Terminal.safe(title));
        var safe = rows.stream().map(row -> row.stream().map(Terminal::safe).toList()).toList();
        var widths = new int[columns.size()];
        for (var row : safe) {
          for (int at = 0; at < row.size(); at++) {
            widths[at] = Math.max(widths[at], Math.min(row.get(at).length(), WIDEST));
          }
        }
        safe.forEach(row -> out.println(line(row, widths)));
      }
    }
  }

  private static String line(List<String> row, int[] widths) {
    var line = new StringBuilder("  ");
    for (int at = 0; at < row.size(); at++) {
      line.append("  ").append(padded(row.get(at), widths[at]));
    }
    return line.toString().stripTrailing();
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(width - text.length(), 0));
  }
}
