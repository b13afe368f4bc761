package uk.nhs.estate.api;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.policy.Grade;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.Lifecycle;
import uk.nhs.estate.register.OdsCode;
import uk.nhs.estate.register.Target.Kind;

/// The domains of the register: registered names, where delegation and mail are judged.
@Controller(Links.V1 + "/domains")
@Served
@Tag(name = "domains")
class DomainsController {
  private static final Kind KIND = Kind.DOMAIN;

  private final TargetLists lists;

  DomainsController(TargetLists lists) {
    this.lists = lists;
  }

  /// Lists domains in the order of their names.
  ///
  /// @param organisation the code of an organisation that claims them
  /// @param nameContains a part of the name
  @Get
  Page<Target> listDomains(
      @Nullable @QueryValue OdsCode organisation,
      @Nullable @QueryValue Lifecycle lifecycle,
      @Nullable @QueryValue SearchText nameContains,
      @Nullable @QueryValue Grade grade,
      @QueryValue(defaultValue = Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
      @Nullable @QueryValue String cursor) {
    var filter = new TargetLists.Filter(lifecycle, null, nameContains, organisation, grade);
    return lists.page(KIND, filter, limit, cursor);
  }

  /// One domain.
  @Get("/{name}")
  Target getDomain(DomainName name) {
    return lists.one(KIND, name);
  }

  /// What each check said of the domain last.
  @Get("/{name}/verdicts")
  Page<Target.LastVerdict> getDomainVerdicts(DomainName name) {
    return lists.verdicts(KIND, name);
  }

  /// The scores that the domain has had, the last first.
  @Get("/{name}/scores")
  Page<Target.PastScore> getDomainScores(
      DomainName name,
      @QueryValue(defaultValue = Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
      @Nullable @QueryValue String cursor) {
    return lists.scores(KIND, name, limit, cursor);
  }

  /// What changed in the register about the domain and its claims, the last change first.
  @Get("/{name}/history")
  Page<RegisterChange> getDomainHistory(
      DomainName name,
      @QueryValue(defaultValue = Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
      @Nullable @QueryValue String cursor) {
    return lists.history(KIND, name, limit, cursor);
  }
}
