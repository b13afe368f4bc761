package uk.nhs.estate.probe.dns;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;
import uk.nhs.estate.observation.Lookup.ResourceRecord;
import uk.nhs.estate.probe.net.AddressText;

/// Writes records in presentation format (RFC 1035 §5.1), which loses nothing.
final class RecordText {
  private RecordText() {}

  static List<ResourceRecord> of(List<Record> records) {
    return records.stream().map(RecordText::of).toList();
  }

  static ResourceRecord of(Record r) {
    return new ResourceRecord(asSent(r.getName()), r.getTTL(), Type.string(r.getType()), data(r));
  }

  /// Without the dot at the end.
  static String asSent(Name name) {
    return name.toString(true);
  }

  /// The same in lower case: one text for one name.
  static String of(Name name) {
    return asSent(name).toLowerCase(Locale.ROOT);
  }

  /// RDATA: strings always in quotation marks, IPv6 as in RFC 5952.
  private static String data(Record r) {
    return switch (r) {
      case AAAARecord aaaa -> AddressText.of(aaaa.rdataToWireCanonical());
      case TXTRecord txt ->
          txt.getStringsAsByteArrays().stream().map(RecordText::quoted).collect(joining(" "));
      default -> r.rdataToString();
    };
  }

  private static String quoted(byte[] string) {
    var text = new StringBuilder("\"");
    for (var octet : string) {
      if (octet < ' ' || octet == 127) {
        text.append("\\%03d".formatted(octet & 0xff));
      } else {
        text.append(octet == '"' || octet == '\\' ? "\\" : "").append((char) octet);
      }
    }
    return text.append('"').toString();
  }
}
