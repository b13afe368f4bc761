package uk.nhs.estate.observation.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What senders are to do about the mail servers of a domain: an MTA-STS policy (RFC 8461 §3.2).
///
/// @param maxAge for how long senders keep it
/// @param patterns which mail servers it allows, as written; none only when the mode is `NONE`
public record StsPolicy(Mode mode, Duration maxAge, List<String> patterns) {

  private static final long LONGEST_SECONDS = 31_557_600;
  private static final int LONGEST_NAME = 255;

  private static final Pattern LINE_END = Pattern.compile("\\r?\\n");
  /// A name and a value without spaces around it, in which no character controls anything.
  private static final Pattern FIELD =
      Pattern.compile(
          "([A-Za-z0-9][A-Za-z0-9_.-]{0,31}):[ \\t]*(ENDS(?:INSIDE*ENDS)?)[ \\t]*"
              .replace("ENDS", "[^\\x00-\\x20\\x7F]")
              .replace("INSIDE", "[^\\x00-\\x1F\\x7F]"));
  private static final Pattern MAX_AGE = Pattern.compile("[0-9]{1,10}");

  /// A domain (RFC 5321 §4.1.2), maybe behind a star.
  private static final Pattern MX =
      Pattern.compile(
          "(?:\\*\\.)?LABEL(?:\\.LABEL)*"
              .replace("LABEL", "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"));

  public StsPolicy {
    patterns = List.copyOf(patterns);
  }

  /// What senders do with a mail server that the policy does not allow or that does not prove who
  /// it is (§5).
  public enum Mode {
    /// Nothing: the domain takes its policy back (§8.3).
    NONE,
    /// They report it and deliver.
    TESTING,
    /// They do not deliver.
    ENFORCE;

    /// As it is written in a policy.
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Reads a policy's text. Lines end as CRLF or LF; empty ones, which the grammar as it was
  /// published allows, are passed over. Names have a case; of several fields with the same name the
  /// first counts, but for `mx`; fields that the standard does not know are passed over.
  public static Reading<StsPolicy> parse(String text) {
    var single = new LinkedHashMap<String, String>();
    var patterns = new ArrayList<String>();
    var lines = LINE_END.split(text, -1);
    for (int at = 0; at < lines.length; at++) {
      if (CommaSeparated.trim(lines[at]).isEmpty()) {
        continue;
      }
      var field = FIELD.matcher(lines[at]);
      if (!field.matches()) {
        return invalid(at, Reading.quoted(lines[at]) + " is no field with a value");
      }
      var name = field.group(1);
      var value = field.group(2);
      boolean counts = name.equals("mx") || single.putIfAbsent(name, value) == null;
      var problem = counts ? problem(name, value) : "";
      if (!problem.isEmpty()) {
        return invalid(at, problem);
      }
      if (name.equals("mx")) {
        patterns.add(value);
      }
    }
    return of(single, patterns);
  }

  private static Reading<StsPolicy> of(Map<String, String> single, List<String> patterns) {
    for (var name : List.of("version", "mode", "max_age")) {
      if (!single.containsKey(name)) {
        return new Reading.Invalid<>("it has no " + name);
      }
    }
    var mode = mode(single.getOrDefault("mode", ""));
    if (patterns.isEmpty() && mode != Mode.NONE) {
      return new Reading.Invalid<>("it has no mx");
    }
    var maxAge = Duration.ofSeconds(Long.parseLong(single.getOrDefault("max_age", "")));
    return new Reading.Valid<>(new StsPolicy(mode, maxAge, patterns));
  }

  private static String problem(String name, String value) {
    return switch (name) {
      case "version" ->
          value.equals("STSv1") ? "" : "version is not STSv1 but " + Reading.quoted(value);
      case "mode" ->
          Stream.of(Mode.values()).anyMatch(mode -> mode.text().equals(value))
              ? ""
              : "mode is none of enforce, testing and none but " + Reading.quoted(value);
      case "max_age" ->
          MAX_AGE.matcher(value).matches() && Long.parseLong(value) <= LONGEST_SECONDS
              ? ""
              : "max_age is no number of seconds up to "
                  + LONGEST_SECONDS
                  + ": "
                  + Reading.quoted(value);
      case "mx" ->
          value.length() <= LONGEST_NAME && MX.matcher(value).matches()
              ? ""
              : "mx is no name of a host, nor one behind \"*.\": " + Reading.quoted(value);
      default -> "";
    };
  }

  private static Mode mode(String value) {
    return Mode.valueOf(value.toUpperCase(Locale.ROOT));
  }

  private static Reading<StsPolicy> invalid(int line, String problem) {
    return new Reading.Invalid<>("line " + (line + 1) + ": " + problem);
  }

  /// Whether it allows a mail server: a star stands for exactly one label, the whole left-most one
  /// (§4.1).
  ///
  /// @param host without a dot at its end
  public boolean allows(String host) {
    var name = host.toLowerCase(Locale.ROOT);
    int dot = name.indexOf('.');
    return patterns.stream()
        .map(pattern -> pattern.toLowerCase(Locale.ROOT))
        .anyMatch(
            pattern ->
                pattern.startsWith("*.")
                    ? dot > 0 && name.substring(dot).equals(pattern.substring(1))
                    : name.equals(pattern));
  }
}
