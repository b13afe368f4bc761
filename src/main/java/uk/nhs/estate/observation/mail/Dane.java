package uk.nhs.estate.observation.mail;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Asked;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Lookups;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.observation.text.Reading;
import uk.nhs.estate.observation.text.TlsaRecord;

/// What senders who know DANE find of one mail server in the DNS (RFC 7672 §2.2).
public sealed interface Dane {

  /// More mail servers than any domain needs: no more are looked at.
  int MOST_HOSTS = 10;

  /// No chain is followed further.
  int LONGEST_CHAIN = 10;

  /// Its name in MX records.
  String host();

  /// It could not be asked, or not be validated.
  ///
  /// @param why in words without a full stop
  /// @param mayPass whether another look soon may see it
  record Hidden(String host, String why, boolean mayPass) implements Dane {
    Hidden(String host, Obstacle obstacle) {
      this(host, obstacle.words(), obstacle.kind().mayPass());
    }
  }

  /// It has no TLSA record.
  ///
  /// @param signed whether its addresses are secure, so that senders would look for one
  record None(String host, boolean signed) implements Dane {}

  /// There is an answer that senders do not take, or that keeps them from delivering.
  ///
  /// @param why what DNSSEC says of it, in words without a full stop
  record Unsafe(String host, String why) implements Dane {}

  /// It has TLSA records that are secure.
  ///
  /// @param usable those that senders can use
  /// @param unusable the others, each with the reason, in words without a full stop
  record Pinned(String host, List<TlsaRecord> usable, List<String> unusable) implements Dane {
    public Pinned {
      usable = List.copyOf(usable);
      unusable = List.copyOf(unusable);
    }

    /// Whether a chain of certificates fits one of the records: while keys are rolled over, the
    /// others may be those of the key before or after (RFC 7671 §8.1).
    ///
    /// @param chain as the server sent it, its own certificate first
    public boolean fits(List<X509Certificate> chain) {
      return usable.stream().anyMatch(record -> fits(record, chain));
    }

    /// Whether a record may be fulfilled by what the server need not send: a whole certificate or
    /// key of an authority (RFC 7671 §5.2).
    public boolean mayBeFulfilledUnseen() {
      return usable.stream().anyMatch(record -> record.isOfAnAuthority() && record.isWhole());
    }

    private static boolean fits(TlsaRecord record, List<X509Certificate> chain) {
      return record.isOfAnAuthority()
          ? issuers(chain).stream().anyMatch(record::fits)
          : !chain.isEmpty() && record.fits(chain.getFirst());
    }
  }

  /// What is found of every mail server of a domain.
  static List<Dane> of(MailFacts mail) {
    return mail.exchangeNames().stream().limit(MOST_HOSTS).map(host -> of(host, mail)).toList();
  }

  /// Asks for one mail server: its addresses; then for TLSA records at the name that it is an alias
  /// of, if it is one, and at its own (RFC 7672 §2.2.2).
  ///
  /// @param host in lower case without a dot at its end
  static Dane of(String host, Lookups lookups) {
    var addresses = List.of(lookups.asked(host, "A"), lookups.asked(host, "AAAA"));
    for (var lookup : addresses) {
      if (lookup.answer() instanceof Lookup.Unasked(var obstacle)) {
        return new Hidden(host, obstacle);
      }
    }
    if (addresses.stream().noneMatch(lookup -> lookup.answer() instanceof Lookup.Found)) {
      return new None(host, false); // nobody can come to it
    }
    for (var base : bases(host, addresses)) {
      var tlsa = lookups.asked("_25._tcp." + base, "TLSA");
      var said = said(host, addresses, tlsa);
      if (said.isPresent()) {
        return said.get();
      }
    }
    return addresses.stream()
        .flatMap(lookup -> unvalidated(host, lookup).stream())
        .findFirst()
        .orElseGet(() -> new None(host, isSecure(addresses)));
  }

  /// An alias that leads to where nothing is signed may itself be signed.
  private static List<String> bases(String host, List<Lookup> addresses) {
    if (addresses.stream().anyMatch(one -> one.security() instanceof Security.Insecure)) {
      return List.of(host);
    }
    return addresses.stream()
        .filter(lookup -> !lookup.aliases().isEmpty())
        .findFirst()
        .map(lookup -> List.of(Asked.plain(lookup.aliases().getLast()), host))
        .orElse(List.of(host));
  }

  /// What one TLSA answer says; empty when it says that there is nothing at this name.
  private static Optional<Dane> said(String host, List<Lookup> addresses, Lookup tlsa) {
    if (tlsa.answer() instanceof Lookup.Unasked(var obstacle)) {
      return Optional.of(new Hidden(host, obstacle));
    }
    boolean found = tlsa.answer() instanceof Lookup.Found;
    return switch (tlsa.security()) {
      case null -> found ? unvalidated(host, tlsa) : Optional.empty();
      case Security.Unchecked(var obstacle) -> Optional.of(new Hidden(host, obstacle));
      // Senders ask only where the addresses are secure (RFC 7672 §2.2.2).
      case Security.Bogus bogus ->
          found || isSecure(addresses)
              ? Optional.of(new Unsafe(host, tlsa.name() + " TLSA: " + Security.words(bogus)))
              : Optional.empty();
      case Security.Insecure insecure ->
          found
              ? Optional.of(new Unsafe(host, tlsa.name() + " TLSA: " + Security.words(insecure)))
              : Optional.empty();
      case Security.Secure _ -> found ? Optional.of(pinned(host, tlsa)) : Optional.empty();
    };
  }

  private static Dane pinned(String host, Lookup tlsa) {
    var usable = new ArrayList<TlsaRecord>();
    var unusable = new ArrayList<String>();
    for (var rdata : tlsa.data()) {
      switch (TlsaRecord.parse(rdata)) {
        case Reading.Invalid(var problem) -> unusable.add(problem);
        case Reading.Valid(var record) ->
            record
                .whyUnusable()
                .ifPresentOrElse(
                    why -> unusable.add(record + ": " + why), () -> usable.add(record));
      }
    }
    return new Pinned(host, usable, unusable);
  }

  /// That it is not known whether an answer is secure; empty when it is known.
  private static Optional<Dane> unvalidated(String host, Lookup lookup) {
    return switch (lookup.security()) {
      case null ->
          Optional.of(
              new Hidden(host, "nobody validated " + lookup.name() + " " + lookup.type(), false));
      case Security.Unchecked(var obstacle) -> Optional.of(new Hidden(host, obstacle));
      case Security.Secure _, Security.Insecure _, Security.Bogus _ -> Optional.empty();
    };
  }

  private static boolean isSecure(List<Lookup> lookups) {
    return lookups.stream().allMatch(lookup -> isSecure(lookup.security()));
  }

  private static boolean isSecure(@Nullable Security security) {
    return security instanceof Security.Secure;
  }

  /// Those that signed the first certificate of a chain, each the next, in whatever order they were
  /// sent.
  private static List<X509Certificate> issuers(List<X509Certificate> chain) {
    var issuers = new ArrayList<X509Certificate>();
    var left = new ArrayList<>(chain.subList(0, Math.min(chain.size(), LONGEST_CHAIN)));
    var signed = left.isEmpty() ? null : left.removeFirst();
    while (signed != null) {
      var subject = signed;
      var issuer = left.stream().filter(one -> hasSigned(one, subject)).findFirst();
      issuer.ifPresent(issuers::add);
      issuer.ifPresent(left::remove);
      signed = issuer.orElse(null);
    }
    return issuers;
  }

  private static boolean hasSigned(X509Certificate issuer, X509Certificate subject) {
    if (!issuer.getSubjectX500Principal().equals(subject.getIssuerX500Principal())) {
      return false;
    }
    try {
      subject.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException _) {
      return false;
    }
  }
}
