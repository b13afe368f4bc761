package uk.nhs.estate.cli;

import java.io.PrintWriter;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.observation.mail.SpfEvaluation;
import uk.nhs.estate.observation.mail.SpfEvaluation.Step;
import uk.nhs.estate.observation.mail.SpfSender;
import uk.nhs.estate.observation.mail.SpfTree;

/// What SPF says of one sender, for a terminal.
final class SpfReport {
  private static final int MOST_ANSWERS = 12;

  private SpfReport() {}

  static void print(SpfSender sender, SpfEvaluation evaluation, PrintWriter out) {
    out.printf(
        "%s for %s: %s%n",
        safe(sender.domain()), safe(sender.ip().toString()), evaluation.result().word());
    out.printf("  Because: %s%n", safe(evaluation.why()));
    if (evaluation.explanation() != null) {
      out.printf("  The domain's own words: %s%n", safe(evaluation.explanation()));
    }
    out.printf("  Sender: %s, HELO %s%n", safe(sender.mailbox()), safe(sender.helo()));
    out.printf(
        "  Look-ups: %d of %d; of these void: %d of %d%n%n",
        evaluation.lookups(), SpfTree.MOST_LOOKUPS, evaluation.voids(), SpfTree.MOST_VOIDS);
    evaluation.trace().forEach(step -> print(step, out));
  }

  private static void print(Step step, PrintWriter out) {
    var indent = "  ".repeat(step.depth() * 2 + (step.term().isEmpty() ? 1 : 2));
    var what = step.term().isEmpty() ? step.domain() : step.term();
    out.printf("%s%s: %s [%d]%n", indent, safe(what), safe(step.decided()), step.lookups());
    for (var lookup : step.asked()) {
      print(lookup, indent + "    ", out);
    }
  }

  private static void print(Lookup lookup, String indent, PrintWriter out) {
    var words = lookup.answer().words();
    words.stream()
        .limit(MOST_ANSWERS)
        .forEach(
            answer ->
                out.printf(
                    "%s%s %s: %s [%s]%n",
                    indent,
                    safe(lookup.name()),
                    safe(lookup.type()),
                    safe(answer),
                    Security.state(lookup.security())));
    if (words.size() > MOST_ANSWERS) {
      out.printf("%s… and %d more%n", indent, words.size() - MOST_ANSWERS);
    }
  }

  private static String safe(String text) {
    return Terminal.safe(text);
  }
}
