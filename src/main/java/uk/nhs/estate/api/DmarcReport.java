package uk.nhs.estate.api;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import uk.nhs.estate.store.DmarcImports;
import uk.nhs.estate.store.DmarcReportRow;

/// What a receiver of mail says of those who sent as a domain.
///
/// @param domain the one whose policy was found
/// @param day the day for which its messages count, in UTC
/// @param policyPublished what the domain asked for, as the receiver saw it
@Serdeable
record DmarcReport(
    long id,
    String domain,
    String reporter,
    String reportId,
    Instant begin,
    Instant end,
    LocalDate day,
    JsonNode policyPublished,
    long messages,
    Instant receivedAt,
    String receivedBy) {

  static DmarcReport of(DmarcReportRow row, KeptJson json) {
    return new DmarcReport(
        row.id(),
        row.domain(),
        row.reporter(),
        row.reportId(),
        row.beginsAt(),
        row.endsAt(),
        row.day(),
        json.tree(row.published()),
        row.messages(),
        row.receivedAt(),
        row.receivedBy());
  }

  /// What became of the reports of a file.
  @Serdeable
  @Schema(name = "DmarcReceipt")
  record Receipt(int stored, int duplicates, List<Taken> reports) {

    static Receipt of(List<DmarcImports.Taken> taken) {
      int stored =
          (int)
              taken.stream()
                  .filter(report -> report.outcome() == DmarcImports.Outcome.STORED)
                  .count();
      return new Receipt(stored, taken.size() - stored, taken.stream().map(Taken::of).toList());
    }
  }

  /// What became of one report.
  ///
  /// @param outcome `DUPLICATE`: it was kept before; `DIFFERENT`: another one with its id was, and
  ///     stays
  /// @param registered the domain of the register to which it belongs
  @Serdeable
  @Schema(name = "DmarcReportTaken")
  record Taken(
      DmarcImports.Outcome outcome,
      String reporter,
      String reportId,
      String domain,
      String registered,
      int rows,
      long messages) {

    static Taken of(DmarcImports.Taken taken) {
      return new Taken(
          taken.outcome(),
          taken.reporter(),
          taken.reportId(),
          taken.domain(),
          taken.registered(),
          taken.rows(),
          taken.messages());
    }
  }
}
