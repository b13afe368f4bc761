package uk.nhs.estate.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.Domain;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.ScanLevel;
import uk.nhs.estate.register.Site;
import uk.nhs.estate.register.Target;

/// A domain or a site as it is kept.
///
/// @param domain the name of the site's domain; none for a domain
@MappedEntity("target")
public record TargetRow(
    @Id long id,
    String kind,
    String name,
    @Nullable String domain,
    String lifecycle,
    int scanLevel,
    Instant registeredAt,
    @Nullable Instant retiredAt) {

  /// In the words of the register.
  public Target target() {
    return domain == null
        ? new Domain(new DomainName(name))
        : new Site(new DomainName(name), new DomainName(domain));
  }

  /// Whether it is looked at: not when it is retired or its owner has opted out.
  public boolean isScanned() {
    return lifecycle.equals("ACTIVE") && scanLevel > 0;
  }

  /// How far a look may go.
  public ScanLevel level() {
    return ScanLevel.of(scanLevel);
  }
}
