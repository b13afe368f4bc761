package uk.nhs.estate.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.store.Candidates;

/// The list of hosts that pages of ours lead to and that the register does not know.
@Hidden
@Controller("/candidates")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class CandidatesController {
  private static final int LIMIT = 50;

  private final Candidates candidates;
  private final Pages pages;

  CandidatesController(Candidates candidates, Pages pages) {
    this.candidates = candidates;
    this.pages = pages;
  }

  @Get
  HttpResponse<String> list(@QueryValue @Nullable String name, @QueryValue @Nullable String after) {
    var text = Address.text(name);
    var part = text == null ? null : text.toLowerCase(Locale.ROOT);
    var from = Address.text(after);
    var rows = candidates.page(part, from == null ? "" : from, LIMIT + 1);
    boolean more = rows.size() > LIMIT;
    var shown = more ? rows.subList(0, LIMIT) : rows;
    var next = Address.of("/candidates").with("name", part);
    return pages.show(
        "candidates",
        new CandidatesPage(
            part,
            shown,
            from == null,
            more ? next.with("after", shown.getLast().host()).toString() : null));
  }
}
