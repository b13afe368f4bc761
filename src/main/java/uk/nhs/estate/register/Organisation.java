package uk.nhs.estate.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Describes a body of the NHS, or one that works for it, as the Organisation Data Service does.
///
/// @param opened the first day of its life
/// @param closed the last day of its life; may lie ahead
/// @param parents the bodies above it, with the dates for which that holds
public record Organisation(
    OdsCode code,
    String name,
    OrganisationType type,
    OrganisationStatus status,
    @Nullable LocalDate opened,
    @Nullable LocalDate closed,
    List<Parent> parents,
    @Nullable String postcode,
    @Nullable String phone) {

  /// The most characters that a name may have; the longest at ODS has 100.
  public static final int MOST_IN_A_NAME = 200;

  private static final Pattern POSTCODE =
      Pattern.compile("[A-Z]{1,3}[0-9]?[A-Z0-9]? ?[0-9][A-Z]{2}");
  private static final Pattern PHONE = Pattern.compile("[0-9+(][0-9 +()./ext-]{2,39}");

  /// How a body stands above another.
  public enum ParentKind {
    /// Pays for its services: a sub-ICB location for a GP practice (ODS: parent organisation).
    COMMISSIONER,
    /// The integrated care board of its place (ODS: high level health geography).
    INTEGRATED_CARE_BOARD,
    /// The NHS England region of its place (ODS: national grouping).
    REGION
  }

  /// A body above this one.
  ///
  /// @param from the first day on which that holds, if known (ODS: join parent date)
  /// @param until the last day on which that holds, if it has ended (ODS: left parent date)
  public record Parent(
      OdsCode code, ParentKind kind, @Nullable LocalDate from, @Nullable LocalDate until) {

    public Parent {
      checkOrder("left_parent", "It left its parent before it joined it", from, until);
    }
  }

  public Organisation {
    checkName(name);
    if (postcode != null) {
      checkPostcode(postcode);
    }
    if (phone != null) {
      checkPhone(phone);
    }
    checkOrder("closed", "It closed before it opened", opened, closed);
    parents = List.copyOf(parents);
  }

  /// The text, if an organisation may be called so.
  public static String checkName(String text) {
    boolean isLine = text.codePoints().noneMatch(Refusal::isInvisible) && !text.isBlank();
    if (!isLine || text.length() > MOST_IN_A_NAME) {
      throw new Refusal(
          "name",
          "%s is no name for an organisation: give one line of at most %d characters."
              .formatted(Refusal.quote(text), MOST_IN_A_NAME));
    }
    return text;
  }

  /// The text, if it has the form of a postcode.
  public static String checkPostcode(String text) {
    if (!POSTCODE.matcher(text).matches()) {
      throw new Refusal("postcode", Refusal.quote(text) + " is no postcode.");
    }
    return text;
  }

  /// The text, if it may be a telephone number.
  public static String checkPhone(String text) {
    if (!PHONE.matcher(text).matches()) {
      throw new Refusal("phone", Refusal.quote(text) + " is no telephone number.");
    }
    return text;
  }

  /// The code of the body that stands above this one in the given way.
  public Optional<OdsCode> parent(ParentKind kind) {
    return parents.stream().filter(parent -> parent.kind() == kind).map(Parent::code).findFirst();
  }

  static void checkOrder(
      String field, String sentence, @Nullable LocalDate from, @Nullable LocalDate until) {
    if (from != null && until != null && until.isBefore(from)) {
      throw new Refusal(field, "%s: %s is before %s.".formatted(sentence, until, from));
    }
  }
}
