package uk.nhs.estate.register;

/// A host that answers the web under a domain: addresses, TLS and HTTP are judged here.
///
/// @param host the domain itself or a name below it
/// @param domain the registered name, as [PublicSuffixes#site] finds it
public record Site(DomainName host, DomainName domain) implements Target {

  public Site {
    if (!host.equals(domain) && !host.isUnder(domain)) {
      throw new Refusal("host", host + " is not under the domain " + domain + ".");
    }
  }

  @Override
  public DomainName name() {
    return host;
  }

  @Override
  public Kind kind() {
    return Kind.SITE;
  }

  @Override
  public String toString() {
    return host.ascii();
  }
}
