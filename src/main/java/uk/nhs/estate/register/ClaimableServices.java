package uk.nhs.estate.register;

import java.util.Collection;
import java.util.List;

/// The services at which names can be claimed, from a dated list of others' findings.
public record ClaimableServices(List<ClaimableService> all) {

  public ClaimableServices {
    all = List.copyOf(all);
  }

  /// The services that have one of these names.
  public List<ClaimableService> of(Collection<String> aliases) {
    return all.stream().filter(service -> aliases.stream().anyMatch(service::has)).toList();
  }

  /// The texts by which the answer for a name that nobody has is known, of the services that have
  /// one of these names; none when no answer needs to be read.
  public List<String> texts(Collection<String> aliases) {
    return of(aliases).stream()
        .flatMap(
            service ->
                switch (service.proof()) {
                  case ClaimableService.NoSuchName _ -> List.<String>of().stream();
                  case ClaimableService.Answer(var texts) -> texts.stream();
                })
        .distinct()
        .toList();
  }
}
