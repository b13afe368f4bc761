package uk.nhs.estate.register.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.OdsCode;
import uk.nhs.estate.register.PublicSuffixes.Section;
import uk.nhs.estate.register.Relation;
import uk.nhs.estate.register.Target;

/// What one row of a list of websites says: who has which sites or domains.
///
/// @param organisation absent where the list does not say whose they are
/// @param name what the list calls the organisation, if it does
/// @param targets empty where the list gives none for the organisation
public record Listing(@Nullable OdsCode organisation, @Nullable String name, List<Target> targets) {

  public Listing {
    targets = List.copyOf(targets);
  }

  /// How an organisation stands to a website of its, as far as that can be inferred.
  ///
  /// It holds the site, and the domain with it, only if no other organisation has a website there
  /// and the site is the domain's front: any other host is as a rule somebody's part of a name that
  /// a supplier or a group holds.
  ///
  /// @param organisations how many organisations have websites at or under the domain, itself
  ///     included; practices are not counted against another body, since a trust's domain stays its
  ///     own when practices have pages there
  /// @param section whose suffix the domain is under
  /// @param isFront whether the site is the domain itself or its `www`
  public static Relation relation(int organisations, Section section, boolean isFront) {
    return organisations == 1 && section != Section.PRIVATE && isFront
        ? Relation.HOLDER
        : Relation.SUPPLIER_RUN;
  }
}
