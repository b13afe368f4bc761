package uk.nhs.estate.observation.mail;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Lookups;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.text.BimiRecord;
import uk.nhs.estate.observation.text.Reading;
import uk.nhs.estate.observation.text.StsRecord;
import uk.nhs.estate.observation.text.TlsRptRecord;
import uk.nhs.estate.observation.text.TxtData;

/// What readers find at a name whose TXT records they pick one from, the only one of its kind.
public sealed interface Published<T> {

  /// One record that can be read.
  ///
  /// @param text as it was published
  record One<T>(T record, String text) implements Published<T> {}

  /// One record that readers must take no notice of.
  ///
  /// @param problem what is wrong with it, in words without a full stop
  record Malformed<T>(String text, String problem) implements Published<T> {}

  /// Several, of which readers must take no notice.
  record Several<T>(List<String> texts) implements Published<T> {
    public Several {
      texts = List.copyOf(texts);
    }
  }

  /// No record of that kind.
  record None<T>() implements Published<T> {}

  /// It could not be asked.
  record Hidden<T>(Obstacle obstacle) implements Published<T> {}

  /// The announcement of an MTA-STS policy at `_mta-sts` below the domain (RFC 8461 §3.1).
  static Published<StsRecord> sts(String domain, Lookups lookups) {
    return of(
        lookups.asked("_mta-sts." + domain, "TXT"),
        text -> text.startsWith(StsRecord.VERSION + ";"),
        "v=sts",
        StsRecord::parse);
  }

  /// The request for reports at `_smtp._tls` below the domain (RFC 8460 §3).
  static Published<TlsRptRecord> tlsRpt(String domain, Lookups lookups) {
    return of(
        lookups.asked("_smtp._tls." + domain, "TXT"),
        text -> text.startsWith(TlsRptRecord.VERSION + ";"),
        "v=tlsrpt",
        TlsRptRecord::parse);
  }

  /// The logo at `default._bimi` below the domain
  /// (draft-brand-indicators-for-message-identification-12 §7.2).
  static Published<BimiRecord> bimi(String domain, Lookups lookups) {
    return of(
        lookups.asked("default._bimi." + domain, "TXT"),
        text -> BimiRecord.BEGINS.matcher(text).matches(),
        "v=bimi",
        BimiRecord::parse);
  }

  /// Picks the record.
  ///
  /// @param isOne whether a text begins as such a record must when there are others beside it
  /// @param attempt how a text begins, in lower case and without spaces, that was meant to be one
  private static <T> Published<T> of(
      Lookup lookup, Predicate<String> isOne, String attempt, Function<String, Reading<T>> parse) {
    if (lookup.answer() instanceof Lookup.Unasked(var obstacle)) {
      return new Hidden<>(obstacle);
    }
    var texts = lookup.data().stream().map(rdata -> TxtData.parse(rdata).joined()).toList();
    var ones = texts.stream().filter(isOne).toList();
    if (ones.size() > 1) {
      return new Several<>(ones);
    }
    if (ones.size() == 1) {
      return read(ones.getFirst(), parse);
    }
    var meant = texts.stream().filter(text -> squeezed(text).startsWith(attempt)).findFirst();
    if (meant.isEmpty()) {
      return new None<>();
    }
    return texts.size() == 1
        ? read(meant.get(), parse)
        : new Malformed<>(
            meant.get(), "beside other TXT records it must begin with its version and a semicolon");
  }

  private static <T> Published<T> read(String text, Function<String, Reading<T>> parse) {
    return switch (parse.apply(text)) {
      case Reading.Valid(var record) -> new One<>(record, text);
      case Reading.Invalid(var problem) -> new Malformed<>(text, problem);
    };
  }

  private static String squeezed(String text) {
    return text.substring(0, Math.min(text.length(), 40))
        .replaceAll("[\\s\"]", "")
        .toLowerCase(Locale.ROOT);
  }
}
