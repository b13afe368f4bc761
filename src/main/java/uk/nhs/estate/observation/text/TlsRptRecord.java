package uk.nhs.estate.observation.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Where senders report how the protection of mail on its way worked: the TXT record at
/// `_smtp._tls` (RFC 8460 §3).
///
/// @param addresses where reports are sent to, at least one, as written
public record TlsRptRecord(List<String> addresses) {

  /// The first field of every such record.
  public static final String VERSION = "v=TLSRPTv1";

  /// A mailbox (RFC 6068 §2) or an address of the web, the schemes that the standard supports, in
  /// the characters of addresses (RFC 3986 §2) without those that must be encoded.
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i:mailto:)[^@?/#\\[\\]]+@[A-Za-z0-9._-]+(?:\\?.*)?"
              + "|(?i:https://)[^/?#@]+(?:[/?#].*)?");

  private static final Pattern CHARACTERS = Pattern.compile("[A-Za-z0-9._~:/?#\\[\\]@$&'()*+=%-]+");

  public TlsRptRecord {
    addresses = List.copyOf(addresses);
  }

  /// Reads a TXT record's text. Names have a case; there may be several fields with addresses, and
  /// several addresses in a field; fields that the standard does not know are passed over.
  public static Reading<TlsRptRecord> parse(String txt) {
    return switch (RecordFields.parse(txt, VERSION)) {
      case Reading.Invalid(var problem) -> new Reading.Invalid<>(problem);
      case Reading.Valid(var fields) -> of(fields);
    };
  }

  private static Reading<TlsRptRecord> of(List<RecordFields.Field> fields) {
    var addresses = new ArrayList<String>();
    for (var field : fields) {
      if (!field.name().equals("rua")) {
        if (!field.problem().isEmpty()) {
          return new Reading.Invalid<>(field.problem());
        }
        continue;
      }
      if (!CommaSeparated.trim(field.value()).equals(field.value())) {
        return new Reading.Invalid<>("rua has a space before its address");
      }
      for (var written : field.value().split(",", -1)) {
        var address = CommaSeparated.trim(written);
        if (!CHARACTERS.matcher(address).matches() || !ADDRESS.matcher(address).matches()) {
          return new Reading.Invalid<>(
              "rua names "
                  + Reading.quoted(address)
                  + ", which is no address of the form mailto: or https:");
        }
        addresses.add(address);
      }
    }
    return addresses.isEmpty()
        ? new Reading.Invalid<>("it has no rua")
        : new Reading.Valid<>(new TlsRptRecord(addresses));
  }
}
