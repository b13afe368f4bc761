package uk.nhs.estate.register;

/// A registered name, a zone of its own: delegation, mail and registration are judged here.
///
/// [PublicSuffixes#domain] decides where the zone begins.
public record Domain(DomainName name) implements Target {

  @Override
  public Kind kind() {
    return Kind.DOMAIN;
  }

  @Override
  public String toString() {
    return name.ascii();
  }
}
