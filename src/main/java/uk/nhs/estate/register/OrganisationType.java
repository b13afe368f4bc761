package uk.nhs.estate.register;

import java.util.Collection;
import java.util.Optional;

/// Tells what kind of body an organisation is, from its ODS roles (never from the shape of its
/// code).
///
/// A type is decided by a primary role and, where ODS tells types apart only by them, a further
/// role. The first type in this order whose roles are all there is the one.
public enum OrganisationType {
  TRUST("NHS trust", "RO197"),
  CARE_TRUST("Care trust", "RO107"),
  GP_PRACTICE("GP practice", "RO177", "RO76"),
  INTEGRATED_CARE_BOARD("Integrated care board", "RO261", "RO318"),
  SUB_ICB_LOCATION("Sub-ICB location", "RO98", "RO319"),
  NHS_ENGLAND_REGION("NHS England region", "RO209"),
  COMMISSIONING_SUPPORT_UNIT("Commissioning support unit", "RO213"),
  SPECIAL_HEALTH_AUTHORITY("Special health authority", "RO189"),
  NHS_SUPPORT_AGENCY("NHS support agency", "RO161"),
  EXECUTIVE_AGENCY("Executive agency", "RO116"),
  PRIMARY_CARE_NETWORK("Primary care network", "RO272"),
  PRESCRIBING_COST_CENTRE("Prescribing cost centre", "RO177"),
  BRANCH_SURGERY("Branch surgery", "RO96"),
  TRUST_SITE("NHS trust site", "RO198"),
  PHARMACY_HEADQUARTERS("Pharmacy headquarters", "RO181"),
  PHARMACY("Pharmacy", "RO182"),
  DENTAL_PRACTICE("Dental practice", "RO110"),
  OPTICAL_HEADQUARTERS("Optical headquarters", "RO166"),
  OPTICAL_SITE("Optical site", "RO167"),
  INDEPENDENT_PROVIDER("Independent sector healthcare provider", "RO172"),
  SOCIAL_CARE_PROVIDER("Social care provider", "RO104"),
  LOCAL_AUTHORITY("Local authority", "RO141"),
  LOCAL_HEALTH_BOARD("Local health board", "RO142"),
  WELSH_LOCAL_HEALTH_BOARD("Welsh local health board", "RO144"),
  SCOTTISH_HEALTH_BOARD("Scottish health board", "RO190"),
  NORTHERN_IRELAND_TRUST("Northern Ireland health and social care trust", "RO154"),
  OTHER("Other organisation", "");

  private final String title;
  private final String primaryRole;
  private final Optional<String> furtherRole;

  OrganisationType(String title, String primaryRole) {
    this.title = title;
    this.primaryRole = primaryRole;
    this.furtherRole = Optional.empty();
  }

  OrganisationType(String title, String primaryRole, String furtherRole) {
    this.title = title;
    this.primaryRole = primaryRole;
    this.furtherRole = Optional.of(furtherRole);
  }

  /// What people call such a body.
  public String title() {
    return title;
  }

  /// True for bodies that are often at home under the domain of another one, such as the trust that
  /// runs them.
  public boolean isPractice() {
    return this == GP_PRACTICE || this == PRESCRIBING_COST_CENTRE || this == BRANCH_SURGERY;
  }

  /// The type that fits the given ODS role ids (`RO197`, …); `OTHER` if none does.
  public static OrganisationType ofRoles(Collection<String> roles) {
    for (var type : values()) {
      if (roles.contains(type.primaryRole) && type.furtherRole.map(roles::contains).orElse(true)) {
        return type;
      }
    }
    return OTHER;
  }
}
