package uk.nhs.estate.check;

import java.util.List;
import java.util.regex.Pattern;

/// A check's identity and words.
///
/// @param id topic and fault, such as `tls.certificate-expired`; never used again for another rule
/// @param severity how much the fault matters
/// @param title the fault in a sentence without its full stop
/// @param why what it leads to, for people who run a site
/// @param fix what to do about it
/// @param command a command with public tools that shows the same; `{name}` stands for the target
/// @param standards where the rule comes from, at least one
/// @param mustBeSeenTwice whether a fault counts only when a second look has seen it too
public record Rule(
    String id,
    Severity severity,
    String title,
    String why,
    String fix,
    String command,
    List<Standard> standards,
    boolean mustBeSeenTwice) {

  private static final Pattern ID = Pattern.compile("[a-z]+\\.[a-z0-9]+(-[a-z0-9]+)*");

  public Rule {
    standards = List.copyOf(standards);
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("Not a rule id: " + id);
    }
    if (title.isBlank() || why.isBlank() || fix.isBlank() || command.isBlank()) {
      throw new IllegalArgumentException(id + " lacks words");
    }
    if (standards.isEmpty()) {
      throw new IllegalArgumentException(id + " names no standard");
    }
  }

  /// A rule with its standards listed; what is urgent must be seen twice.
  public static Rule of(
      String id,
      Severity severity,
      String title,
      String why,
      String fix,
      String command,
      Standard... standards) {
    return new Rule(
        id, severity, title, why, fix, command, List.of(standards), severity == Severity.URGENT);
  }

  /// The same rule for a fault that must be seen twice although it is not urgent, since one look
  /// may be mistaken about it.
  public Rule seenTwice() {
    return new Rule(id, severity, title, why, fix, command, standards, true);
  }

  /// The part of the id before the full stop.
  public String topic() {
    return id.substring(0, id.indexOf('.'));
  }

  /// The command for one target.
  public String commandFor(String name) {
    return command.replace("{name}", name);
  }
}
