package uk.nhs.estate.register;

import java.util.List;
import java.util.Optional;

/// The suppliers that can be recognised, from a dated list. Who is not on it is not recognised,
/// never guessed.
public record Suppliers(List<Supplier> all) {

  public Suppliers {
    all = List.copyOf(all);
  }

  /// The first supplier on the list to which a server belongs.
  ///
  /// @param server its name: a name server, the target of an alias or a mail server
  public Optional<Supplier> of(Supplier.Service service, String server) {
    return all.stream().filter(supplier -> supplier.has(service, server)).findFirst();
  }
}
