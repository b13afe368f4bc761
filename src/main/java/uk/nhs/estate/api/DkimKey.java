package uk.nhs.estate.api;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.store.PublishedKey;

/// A DKIM key that was found at a domain.
///
/// @param sha256 of the key, by which the same key is recognised
/// @param keptAt the name at which the record stands when the selector is an alias: whoever keeps
///     it shares a key on purpose
/// @param others how many other domains of the register publish the same key
/// @param sharedWith the first of them, by name
@Serdeable
record DkimKey(
    String selector,
    String sha256,
    @Nullable String keptAt,
    int others,
    List<SharedWith> sharedWith) {

  /// Another domain with the same key.
  ///
  /// @param domain where it is found in the API
  /// @param organisations who claims it, by name; none when nobody does
  @Serdeable
  @Schema(name = "SharedWith")
  record SharedWith(String name, String domain, @Nullable String organisations) {}

  static DkimKey of(PublishedKey key) {
    return new DkimKey(
        key.selector(),
        key.fingerprint(),
        key.keptAt(),
        key.others(),
        key.sharedWith().stream()
            .map(
                other ->
                    new SharedWith(
                        other.domain(),
                        Links.target("DOMAIN", other.domain()),
                        other.organisations()))
            .toList());
  }
}
