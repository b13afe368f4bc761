package uk.nhs.estate.api;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.store.CandidateRow;
import uk.nhs.estate.store.Candidates;

/// Hosts that pages of the estate lead to and that the register does not know.
@Controller(Links.V1 + "/candidates")
@Served
@Tag(name = "candidates")
class CandidatesController {
  private static final Cursors<String> BY_HOST =
      new Cursors<>("candidates", text -> new DomainName(text).ascii());

  private final Candidates candidates;

  CandidatesController(Candidates candidates) {
    this.candidates = candidates;
  }

  /// Lists hosts that pages of the estate lead to and that the register does not know, in the order
  /// of their names. They are not scanned; those that belong to the estate are to be imported.
  ///
  /// @param nameContains a part of the host
  @Get
  Page<Candidate> listCandidates(
      @Nullable @QueryValue SearchText nameContains,
      @QueryValue(defaultValue = Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
      @Nullable @QueryValue String cursor) {
    var rows =
        candidates.page(
            nameContains == null ? null : nameContains.text().toLowerCase(Locale.ROOT),
            BY_HOST.key(cursor, ""),
            limit + 1);
    return Page.of(rows, limit, BY_HOST, CandidateRow::host, Candidate::of);
  }
}
