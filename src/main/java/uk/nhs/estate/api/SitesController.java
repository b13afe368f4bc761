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

/// The sites of the register: hosts that answer the web, where addresses, TLS and HTTP are judged.
@Controller(Links.V1 + "/sites")
@Served
@Tag(name = "sites")
class SitesController {
  private static final Kind KIND = Kind.SITE;

  private final TargetLists lists;

  SitesController(TargetLists lists) {
    this.lists = lists;
  }

  /// Lists sites in the order of their names.
  ///
  /// @param organisation the code of an organisation that claims them or their domains
  /// @param domain the domain that they stand under
  /// @param nameContains a part of the name
  @Get
  Page<Target> listSites(
      @Nullable @QueryValue OdsCode organisation,
      @Nullable @QueryValue DomainName domain,
      @Nullable @QueryValue Lifecycle lifecycle,
      @Nullable @QueryValue SearchText nameContains,
      @Nullable @QueryValue Grade grade,
      @QueryValue(defaultValue = Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
      @Nullable @QueryValue String cursor) {
    var filter = new TargetLists.Filter(lifecycle, domain, nameContains, organisation, grade);
    return lists.page(KIND, filter, limit, cursor);
  }

  /// One site.
  @Get("/{name}")
  Target getSite(DomainName name) {
    return lists.one(KIND, name);
  }

  /// What each check said of the site last.
  @Get("/{name}/verdicts")
  Page<Target.LastVerdict> getSiteVerdicts(DomainName name) {
    return lists.verdicts(KIND, name);
  }

  /// The scores that the site has had, the last first.
  @Get("/{name}/scores")
  Page<Target.PastScore> getSiteScores(
      DomainName name,
      @QueryValue(defaultValue = Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
      @Nullable @QueryValue String cursor) {
    return lists.scores(KIND, name, limit, cursor);
  }

  /// What changed in the register about the site and its claims, the last change first.
  @Get("/{name}/history")
  Page<RegisterChange> getSiteHistory(
      DomainName name,
      @QueryValue(defaultValue = Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
      @Nullable @QueryValue String cursor) {
    return lists.history(KIND, name, limit, cursor);
  }
}
