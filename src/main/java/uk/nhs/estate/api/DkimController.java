package uk.nhs.estate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.Domain;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.Target.Kind;
import uk.nhs.estate.store.DkimSelectors;
import uk.nhs.estate.store.PublishedKeys;
import uk.nhs.estate.store.Register;
import uk.nhs.estate.store.TargetRow;
import uk.nhs.estate.store.Targets;

/// The DKIM selectors that a domain has in use, and the keys that were found.
@Controller(Links.V1 + "/domains/{name}")
@Served
@Tag(name = "domains")
class DkimController {
  private final Targets targets;
  private final DkimSelectors selectors;
  private final PublishedKeys keys;
  private final Register register;

  DkimController(Targets targets, DkimSelectors selectors, PublishedKeys keys, Register register) {
    this.targets = targets;
    this.selectors = selectors;
    this.keys = keys;
    this.register = register;
  }

  /// The DKIM selectors that a domain has in use, as its owner says.
  ///
  /// @param selectors such as `selector1`: what stands before `._domainkey`
  @Serdeable
  @Schema(name = "DkimSelectors")
  record Selectors(List<String> selectors) {}

  /// The DKIM selectors that a domain is to have in use.
  ///
  /// @param selectors such as `selector1`, at most 50; none at all must be said by an empty list
  @Serdeable
  @Schema(name = "DkimSelectorsWanted")
  @JsonIgnoreProperties(ignoreUnknown = false)
  record Wanted(@Nullable @NotNull List<@NotNull String> selectors) {}

  /// The DKIM selectors that are registered for the domain: every look asks for them.
  @Get("/dkim-selectors")
  Selectors getDkimSelectors(DomainName name) {
    return new Selectors(selectors.of(find(name).id()));
  }

  /// Registers the domain's DKIM selectors; those that are left out are retired. They are asked for
  /// at the next look.
  @Put("/dkim-selectors")
  Selectors putDkimSelectors(DomainName name, @Body @Valid Wanted wanted) {
    find(name);
    var selectors = Objects.requireNonNull(wanted.selectors());
    return new Selectors(register.dkimSelectors(new Domain(name), _ -> selectors, "api"));
  }

  /// The DKIM keys that were found at the domain, and who else publishes the same.
  @Get("/dkim-keys")
  Page<DkimKey> getDkimKeys(DomainName name) {
    return new Page<>(keys.of(find(name).id()).stream().map(DkimKey::of).toList(), null);
  }

  private TargetRow find(DomainName name) {
    return targets
        .find(Kind.DOMAIN.name(), name.ascii())
        .orElseThrow(() -> Problems.unknown("domain", name));
  }
}
