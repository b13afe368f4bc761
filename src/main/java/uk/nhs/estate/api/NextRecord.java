package uk.nhs.estate.api;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.advice.Advice;

/// A record to publish next.
///
/// @param subject what it is about, such as `DMARC`
/// @param name the name that gets the record
/// @param type the record's type
/// @param text its text, as the form of a DNS provider takes it
/// @param zoneLine the same as a line of a zone file
/// @param file what belongs on the web beside it; mostly none
/// @param replaces the texts of the records that must go
/// @param reason why this is the next step
/// @param changes what is different from today
/// @param first what to look at before, since the step may hit real mail
@Serdeable
record NextRecord(
    String subject,
    String name,
    String type,
    String text,
    String zoneLine,
    @Nullable File file,
    List<String> replaces,
    String reason,
    List<String> changes,
    List<String> first) {

  /// A file to publish on the web.
  @Serdeable
  @Schema(name = "WebFile")
  record File(String address, String text) {}

  static NextRecord of(Advice advice) {
    var record = advice.publish();
    var file = advice.file();
    return new NextRecord(
        advice.subject(),
        record.name(),
        record.type(),
        record.text(),
        record.line(),
        file == null ? null : new File(file.address(), file.text()),
        advice.replaces(),
        advice.reason(),
        advice.changes(),
        advice.first());
  }
}
