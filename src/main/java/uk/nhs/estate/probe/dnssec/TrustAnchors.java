package uk.nhs.estate.probe.dnssec;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;
import uk.nhs.estate.register.Refusal;

/// Where chains of trust begin: the keys of the root, or of a private world.
///
/// @param records DS and DNSKEY records, at least one, all of which can be used
public record TrustAnchors(List<Record> records) {
  private static final String BUNDLED = "/scanner-config/lists/root-anchors.txt";
  private static final int MOST_LINES = 10_000;

  public TrustAnchors {
    records = List.copyOf(records);
  }

  /// The root's keys, as they travel with the program.
  public static TrustAnchors bundled() {
    return Bundled.ANCHORS;
  }

  /// Reads DS and DNSKEY records, one a line, as a zone file has them (RFC 1035 §5.1): what
  /// follows a semicolon is comment; TTL and class may be left out.
  ///
  /// @throws Refusal if a line is no such record or cannot be used, or there is none
  public static TrustAnchors read(Reader text) throws IOException {
    var records = new ArrayList<Record>();
    var lines = new BufferedReader(text);
    int number = 0;
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (++number > MOST_LINES) {
        throw refusal("The file has more than " + MOST_LINES + " lines.");
      }
      var content = line.replaceFirst(";.*", "").strip();
      if (!content.isEmpty()) {
        records.add(record(content, number));
      }
    }
    if (records.isEmpty()) {
      throw refusal("There is no trust anchor: give a DS or DNSKEY record on each line.");
    }
    return new TrustAnchors(records);
  }

  private static Record record(String line, int number) {
    var fields = new ArrayList<>(Arrays.asList(line.split("\\s+")));
    var name = fields.removeFirst();
    if (!fields.isEmpty() && fields.getFirst().matches("[0-9]+")) {
      fields.removeFirst(); // a TTL
    }
    if (!fields.isEmpty() && fields.getFirst().equalsIgnoreCase("IN")) {
      fields.removeFirst();
    }
    int type =
        switch (fields.isEmpty() ? "" : fields.removeFirst().toUpperCase(Locale.ROOT)) {
          case "DS" -> Type.DS;
          case "DNSKEY" -> Type.DNSKEY;
          default -> throw refusal(number, line, "is no DS or DNSKEY record");
        };
    Record record;
    try {
      record =
          Record.fromString(
              Name.fromString(name, Name.root),
              type,
              DClass.IN,
              0,
              String.join(" ", fields),
              Name.root);
    } catch (IOException | IllegalArgumentException _) {
      throw refusal(number, line, "cannot be read as a " + Type.string(type) + " record");
    }
    if (!isWhole(record) || !KeySet.isKnown(record)) {
      throw refusal(
          number, line, "cannot be used: its algorithm, digest or flags are not supported");
    }
    return record;
  }

  private static boolean isWhole(Record record) {
    return switch (record) {
      case DSRecord ds ->
          ds.getDigest() != null
              && ds.getDigest().length == DNSSEC.Digest.algLength(ds.getDigestID());
      case DNSKEYRecord key -> key.getKey() != null;
      default -> false;
    };
  }

  private static Refusal refusal(int number, String line, String what) {
    return refusal("Line %d %s: %s.".formatted(number, what, Refusal.quote(line)));
  }

  private static Refusal refusal(String message) {
    return new Refusal("trust anchors", message);
  }

  private static final class Bundled {
    static final TrustAnchors ANCHORS = load();

    private static TrustAnchors load() {
      try (var stream =
              Objects.requireNonNull(TrustAnchors.class.getResourceAsStream(BUNDLED), BUNDLED);
          var text = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
        return read(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
