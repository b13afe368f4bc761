package uk.nhs.estate.register.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.Claim;
import uk.nhs.estate.register.Domain;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.OdsCode;
import uk.nhs.estate.register.PublicSuffixes;
import uk.nhs.estate.register.PublicSuffixes.Section;
import uk.nhs.estate.register.Relation;
import uk.nhs.estate.register.Site;
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

  /// What the organisation claims by this row; nothing if the list does not say whose row it is.
  ///
  /// A website claims the whole domain only if no other organisation has one there: else the domain
  /// is a supplier's or a group's, and each organisation claims its host alone.
  ///
  /// @param organisationsOn how many organisations have websites at or under a registered name
  public List<Claim> claims(
      ToIntFunction<DomainName> organisationsOn,
      PublicSuffixes suffixes,
      String evidence,
      @Nullable LocalDate from) {
    if (organisation == null) {
      return List.of();
    }
    var claims = new ArrayList<Claim>();
    for (var target : targets) {
      claims.add(
          switch (target) {
            case Domain domain ->
                new Claim(organisation, domain, Relation.HOLDER, evidence, from, null);
            case Site site -> {
              var section = suffixes.suffix(site.domain()).section();
              var relation = relation(organisationsOn.applyAsInt(site.domain()), section);
              var claimed = relation == Relation.HOLDER ? new Domain(site.domain()) : site;
              yield new Claim(organisation, claimed, relation, evidence, from, null);
            }
          });
    }
    return claims.stream().distinct().toList();
  }

  /// How an organisation stands to the domain under which its website is.
  ///
  /// @param organisations how many organisations have websites there, itself included
  /// @param section whose suffix the domain is under
  public static Relation relation(int organisations, Section section) {
    return organisations > 1 || section == Section.PRIVATE
        ? Relation.SUPPLIER_RUN
        : Relation.HOLDER;
  }
}
