package uk.nhs.estate.observation;

import uk.nhs.estate.register.Target;

/// What a look can be about: one per kind of facts, with the kind of target it is looked at for.
public enum Topic {
  DNS(Target.Kind.DOMAIN, DnsFacts.class),
  MAIL(Target.Kind.DOMAIN, MailFacts.class),
  REGISTRATION(Target.Kind.DOMAIN, RegistrationFacts.class),
  ADDRESS(Target.Kind.SITE, AddressFacts.class),
  TLS(Target.Kind.SITE, TlsFacts.class),
  HTTP(Target.Kind.SITE, HttpFacts.class);

  private final Target.Kind target;
  private final Class<? extends Facts> facts;

  Topic(Target.Kind target, Class<? extends Facts> facts) {
    this.target = target;
    this.facts = facts;
  }

  /// The kind of target whose scans look at this.
  public Target.Kind target() {
    return target;
  }

  /// The record that holds what is seen.
  public Class<? extends Facts> facts() {
    return facts;
  }
}
