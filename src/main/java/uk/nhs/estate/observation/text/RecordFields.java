package uk.nhs.estate.observation.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The fields of a TXT record in the grammar that MTA-STS and TLS-RPT share: a version, then names
/// with values, parted by semicolons (RFC 8461 §3.1, RFC 8460 §3).
final class RecordFields {
  /// `sts-ext-name` and `tlsrpt-ext-name`.
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,31}");

  /// `sts-ext-value` and `tlsrpt-ext-value`; semicolons part the fields before.
  private static final Pattern VALUE = Pattern.compile("[!-<>-~]+");

  /// One field, as written.
  record Field(String name, String value) {

    /// Why it is none that a later version of the standard could have; empty when it could be.
    String problem() {
      if (!NAME.matcher(name).matches()) {
        return Reading.quoted(name) + " is no name of a field";
      }
      return VALUE.matcher(value).matches() ? "" : name + " has a value that is not allowed";
    }
  }

  private RecordFields() {}

  /// Reads a record's text into fields, the version left out.
  ///
  /// @param version the whole first field, such as `v=STSv1`
  static Reading<List<Field>> parse(String txt, String version) {
    var parts = txt.split(";", -1);
    if (!trimEnd(parts[0]).equals(version)) {
      return new Reading.Invalid<>("it does not begin with " + version + ";");
    }
    // a semicolon may stand at the very end
    int end = CommaSeparated.trim(parts[parts.length - 1]).isEmpty() ? 1 : 0;
    if (parts.length - end < 2) {
      return new Reading.Invalid<>("it says nothing but its version");
    }
    if (end == 0 && !trimEnd(parts[parts.length - 1]).equals(parts[parts.length - 1])) {
      return new Reading.Invalid<>("it ends with a space");
    }
    var fields = new ArrayList<Field>();
    for (int at = 1; at < parts.length - end; at++) {
      var part = CommaSeparated.trim(parts[at]);
      int equals = part.indexOf('=');
      if (equals < 0) {
        return new Reading.Invalid<>(
            part.isEmpty()
                ? "it has nothing between two semicolons"
                : Reading.quoted(part) + " is no name with a value");
      }
      fields.add(new Field(part.substring(0, equals), part.substring(equals + 1)));
    }
    return new Reading.Valid<>(List.copyOf(fields));
  }

  private static String trimEnd(String text) {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t')) {
      end--;
    }
    return text.substring(0, end);
  }
}
