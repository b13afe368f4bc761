package uk.nhs.estate.report;

import java.util.Optional;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.Supplier;
import uk.nhs.estate.register.Suppliers;

/// Whose an address is that sends in a domain's name, as far as reports tell.
public sealed interface SourceKind {

  /// It sends real mail: some of it has passed, or has been authenticated for the domain itself.
  record Own() implements SourceKind {}

  /// A supplier that is on our list authenticated its mail, so it may be real.
  record OfSupplier(String supplier) implements SourceKind {}

  /// It passes mail of others on, says the receiver.
  record PassesOn() implements SourceKind {}

  /// Nothing ties it to the domain: most likely it forges.
  record Unknown() implements SourceKind {}

  /// Tells the kind of a source.
  ///
  /// @param domain in whose name it sends
  static SourceKind of(MailSource source, DomainName domain, Suppliers suppliers) {
    if (source.hasPassed()
        || source.authenticated().stream().anyMatch(name -> isOf(name, domain.ascii()))) {
      return new Own();
    }
    Optional<SourceKind> supplier =
        source.authenticated().stream()
            .flatMap(name -> suppliers.of(Supplier.Service.MAIL, name).stream())
            .findFirst()
            .map(found -> new OfSupplier(found.name()));
    return supplier.orElseGet(
        () -> source.passedOn() > 0 && source.atStake() == 0 ? new PassesOn() : new Unknown());
  }

  /// Whether mail from there is to be taken for real.
  default boolean mayBeReal() {
    return switch (this) {
      case Own _, OfSupplier _ -> true;
      case PassesOn _, Unknown _ -> false;
    };
  }

  /// What people read.
  default String words() {
    return switch (this) {
      case Own _ -> "The domain's own";
      case OfSupplier(var supplier) -> "May be its own, by " + supplier;
      case PassesOn _ -> "Passes on mail of others";
      case Unknown _ -> "Unknown";
    };
  }

  private static boolean isOf(String name, String domain) {
    return name.equals(domain) || name.endsWith("." + domain);
  }
}
