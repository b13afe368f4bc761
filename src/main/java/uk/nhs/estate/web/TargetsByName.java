package uk.nhs.estate.web;

import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Locale;
import java.util.function.Function;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.store.TargetRow;
import uk.nhs.estate.store.Targets;

/// Finds the target that an address names: another way of writing the name leads to the one
/// address, and what is not there gets a page that says so.
@Singleton
class TargetsByName {
  private final Targets targets;
  private final Pages pages;

  TargetsByName(Targets targets, Pages pages) {
    this.targets = targets;
    this.pages = pages;
  }

  /// Answers about a target.
  ///
  /// @param after what stands after the name in the address
  HttpResponse<?> answer(
      String kind, String given, String after, Function<TargetRow, HttpResponse<?>> answer) {
    DomainName name;
    try {
      name = DomainName.parse(given);
    } catch (Refusal refusal) {
      return pages.missing(refusal.message());
    }
    if (!name.ascii().equals(given)) {
      return HttpResponse.seeOther(URI.create(Words.path(kind, name.ascii()) + after));
    }
    return targets
        .find(kind, name.ascii())
        .<HttpResponse<?>>map(answer)
        .orElseGet(
            () ->
                pages.missing(
                    "The register holds no %s named %s."
                        .formatted(Words.kind(kind).toLowerCase(Locale.ROOT), name.ascii())));
  }
}
