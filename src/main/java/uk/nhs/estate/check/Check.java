package uk.nhs.estate.check;

import java.util.Set;
import uk.nhs.estate.observation.AddressFacts;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Facts;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.observation.RegistrationFacts;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.register.Target;

/// Judges facts for one fault. Pure: the same facts always get the same verdict.
public sealed interface Check {

  /// Its identity and words.
  Rule rule();

  /// What it must have seen; all of it belongs to one kind of target.
  Set<Topic> needs();

  /// The verdict on an observation in which everything that it needs was seen.
  Verdict judge(Observation seen);

  /// The kind of target that it judges.
  default Target.Kind target() {
    return needs().iterator().next().target();
  }

  /// Judges a domain's delegation.
  non-sealed interface OfDns extends Check {
    Verdict judge(DnsFacts dns);

    @Override
    default Set<Topic> needs() {
      return Set.of(Topic.DNS);
    }

    @Override
    default Verdict judge(Observation seen) {
      return judge(facts(seen, Topic.DNS, DnsFacts.class));
    }
  }

  /// Judges a domain's mail.
  non-sealed interface OfMail extends Check {
    Verdict judge(MailFacts mail);

    @Override
    default Set<Topic> needs() {
      return Set.of(Topic.MAIL);
    }

    @Override
    default Verdict judge(Observation seen) {
      return judge(facts(seen, Topic.MAIL, MailFacts.class));
    }
  }

  /// Judges a domain's registration.
  non-sealed interface OfRegistration extends Check {
    Verdict judge(RegistrationFacts registration);

    @Override
    default Set<Topic> needs() {
      return Set.of(Topic.REGISTRATION);
    }

    @Override
    default Verdict judge(Observation seen) {
      return judge(facts(seen, Topic.REGISTRATION, RegistrationFacts.class));
    }
  }

  /// Judges a site's addresses.
  non-sealed interface OfAddress extends Check {
    Verdict judge(AddressFacts address);

    @Override
    default Set<Topic> needs() {
      return Set.of(Topic.ADDRESS);
    }

    @Override
    default Verdict judge(Observation seen) {
      return judge(facts(seen, Topic.ADDRESS, AddressFacts.class));
    }
  }

  /// Judges a site's TLS.
  non-sealed interface OfTls extends Check {
    Verdict judge(TlsFacts tls);

    @Override
    default Set<Topic> needs() {
      return Set.of(Topic.TLS);
    }

    @Override
    default Verdict judge(Observation seen) {
      return judge(facts(seen, Topic.TLS, TlsFacts.class));
    }
  }

  /// Judges a site's HTTP.
  non-sealed interface OfHttp extends Check {
    Verdict judge(HttpFacts http);

    @Override
    default Set<Topic> needs() {
      return Set.of(Topic.HTTP);
    }

    @Override
    default Verdict judge(Observation seen) {
      return judge(facts(seen, Topic.HTTP, HttpFacts.class));
    }
  }

  /// Compares a site's TLS with its HTTP.
  non-sealed interface OfTlsAndHttp extends Check {
    Verdict judge(TlsFacts tls, HttpFacts http);

    @Override
    default Set<Topic> needs() {
      return Set.of(Topic.TLS, Topic.HTTP);
    }

    @Override
    default Verdict judge(Observation seen) {
      return judge(
          facts(seen, Topic.TLS, TlsFacts.class), facts(seen, Topic.HTTP, HttpFacts.class));
    }
  }

  /// Compares a site's addresses with its TLS.
  non-sealed interface OfAddressAndTls extends Check {
    Verdict judge(AddressFacts address, TlsFacts tls);

    @Override
    default Set<Topic> needs() {
      return Set.of(Topic.ADDRESS, Topic.TLS);
    }

    @Override
    default Verdict judge(Observation seen) {
      return judge(
          facts(seen, Topic.ADDRESS, AddressFacts.class), facts(seen, Topic.TLS, TlsFacts.class));
    }
  }

  /// Compares a site's addresses with its HTTP.
  non-sealed interface OfAddressAndHttp extends Check {
    Verdict judge(AddressFacts address, HttpFacts http);

    @Override
    default Set<Topic> needs() {
      return Set.of(Topic.ADDRESS, Topic.HTTP);
    }

    @Override
    default Verdict judge(Observation seen) {
      return judge(
          facts(seen, Topic.ADDRESS, AddressFacts.class), facts(seen, Topic.HTTP, HttpFacts.class));
    }
  }

  private static <F extends Facts> F facts(Observation seen, Topic topic, Class<F> type) {
    if (seen.of(topic) instanceof Sighting.Seen(_, var facts)) {
      return type.cast(facts);
    }
    throw new IllegalStateException(topic + " was not seen; the assessor asks first");
  }
}
