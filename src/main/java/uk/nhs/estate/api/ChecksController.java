package uk.nhs.estate.api;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.check.Severity;
import uk.nhs.estate.register.Target.Kind;
import uk.nhs.estate.scan.Rules;

/// The checks that count today.
@Controller(Links.V1 + "/checks")
@Served
@Tag(name = "checks")
class ChecksController {
  private static final Cursors<String> BY_ID =
      new Cursors<>("checks", text -> new RuleId(text).text());

  private final Rules rules;

  ChecksController(Rules rules) {
    this.rules = rules;
  }

  /// Lists the checks in the order of their ids.
  @Get
  Page<Check> listChecks(
      @QueryValue @Nullable Kind kind,
      @Nullable @QueryValue Severity severity,
      @QueryValue(defaultValue = Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
      @Nullable @QueryValue String cursor) {
    var after = BY_ID.key(cursor, "");
    var found =
        checks()
            .filter(check -> kind == null || check.kind() == kind)
            .filter(check -> severity == null || check.severity() == severity)
            .filter(check -> check.id().compareTo(after) > 0)
            .sorted(Comparator.comparing(Check::id))
            .limit(limit + 1L)
            .toList();
    return Page.of(found, limit, BY_ID, Check::id, check -> check);
  }

  /// One check.
  @Get("/{id}")
  Check getCheck(RuleId id) {
    return checks()
        .filter(check -> check.id().equals(id.text()))
        .findFirst()
        .orElseThrow(() -> Problems.unknown("check", id));
  }

  private Stream<Check> checks() {
    var policy = rules.policy();
    return rules.checks(policy).stream().map(check -> Check.of(check, policy));
  }
}
