package uk.nhs.estate.observation.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// That a domain has an MTA-STS policy: the TXT record at `_mta-sts` (RFC 8461 §3.1).
///
/// @param id which policy it is: another one when the policy has changed
public record StsRecord(String id) {

  /// The first field of every such record.
  public static final String VERSION = "v=STSv1";

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{1,32}");

  /// Reads a TXT record's text. Names have a case; of several fields with the same name the first
  /// counts; fields that the standard does not know are passed over (§3.2).
  public static Reading<StsRecord> parse(String txt) {
    return switch (RecordFields.parse(txt, VERSION)) {
      case Reading.Invalid(var problem) -> new Reading.Invalid<>(problem);
      case Reading.Valid(var fields) ->
          problem(fields)
              .<Reading<StsRecord>>map(Reading.Invalid::new)
              .orElseGet(() -> ofId(fields));
    };
  }

  private static Optional<String> problem(List<RecordFields.Field> fields) {
    return fields.stream()
        .map(RecordFields.Field::problem)
        .filter(problem -> !problem.isEmpty())
        .findFirst();
  }

  private static Reading<StsRecord> ofId(List<RecordFields.Field> fields) {
    var id =
        fields.stream()
            .filter(field -> field.name().equals("id"))
            .map(RecordFields.Field::value)
            .findFirst();
    if (id.isEmpty()) {
      return new Reading.Invalid<>("it has no id");
    }
    return ID.matcher(id.get()).matches()
        ? new Reading.Valid<>(new StsRecord(id.get()))
        : new Reading.Invalid<>(
            "its id is not made of 1 to 32 letters and digits: " + Reading.quoted(id.get()));
  }
}
