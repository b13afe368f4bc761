package uk.nhs.estate.observation.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Asked;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Lookups;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.text.DkimKey;
import uk.nhs.estate.observation.text.TxtData;

/// The DKIM keys of a domain, as far as selectors of it are known or were guessed (RFC 6376
/// §3.6.2). They cannot be listed: what was not tried may be there.
///
/// @param domain in lower case
/// @param below the look-up of `_domainkey`, below which all keys are: when that name does not
///     exist, no key does (RFC 8020 §2)
/// @param wildcard the look-up of `*._domainkey`, which a zone answers for every selector that it
///     does not have (RFC 4592 §2.2.1), so that what is found elsewhere may be nothing but this
/// @param tried the selectors that were asked for, those that the owner has registered first; last,
///     unless it is known that no wildcard gives every selector a key in use, the wildcard
public record DkimKeys(String domain, Lookup below, Lookup wildcard, List<Tried> tried) {

  private static final String LABEL = "_domainkey";
  private static final String ANY = "*";

  public DkimKeys {
    tried = List.copyOf(tried);
  }

  /// One selector and what is there.
  ///
  /// @param registered whether the owner has said that it is in use; else it was guessed
  /// @param keys the key records among the TXT records, of which there should be one
  /// @param byWildcard whether it has no record of its own, and the zone's wildcard answers for it
  public record Tried(
      String selector, boolean registered, Lookup lookup, List<DkimKey> keys, boolean byWildcard) {

    public Tried {
      keys = List.copyOf(keys);
    }

    /// Why nothing is known of it; empty when it could be asked.
    public Optional<Obstacle> obstacle() {
      return lookup.answer() instanceof Lookup.Unasked(var obstacle)
          ? Optional.of(obstacle)
          : Optional.empty();
    }

    /// The name at which the records stand when the selector is an alias, in lower case: the key is
    /// then somebody else's to change.
    public Optional<String> alias() {
      return lookup.aliases().isEmpty()
          ? Optional.empty()
          : Optional.of(Asked.plain(lookup.aliases().getLast()));
    }

    private static Tried of(
        String selector, boolean registered, Lookup lookup, @Nullable Lookup wildcard) {
      boolean byWildcard =
          wildcard != null
              && lookup.answer() instanceof Lookup.Found
              && wildcard.answer() instanceof Lookup.Found
              && lookup.aliases().equals(wildcard.aliases())
              && Set.copyOf(lookup.data()).equals(Set.copyOf(wildcard.data()));
      var keys =
          byWildcard
              ? List.<DkimKey>of()
              : lookup.data().stream()
                  .map(rdata -> DkimKey.parse(TxtData.parse(rdata).joined()))
                  .flatMap(Optional::stream)
                  .toList();
      return new Tried(selector, registered, lookup, keys, byWildcard);
    }
  }

  /// Asks for a domain's keys: two questions, one more for each selector that is registered, and
  /// one more for each guess unless there is no key at all.
  ///
  /// @param registered selectors that the owner has said are in use; they are asked for in any
  ///     case, since some servers deny a name that has others below it
  /// @param guesses selectors worth trying
  public static DkimKeys look(
      String domain, List<String> registered, List<String> guesses, Lookups lookups) {
    var plain = domain.toLowerCase(Locale.ROOT);
    var below = asked(plain, "", lookups);
    boolean none = below.provesThatTheNameDoesNotExist();
    var wildcard =
        none ? new Lookup(name(plain, ANY), "TXT", below.answer()) : asked(plain, ANY, lookups);
    var tried = new ArrayList<Tried>();
    for (var selector : distinct(registered)) {
      tried.add(Tried.of(selector, true, asked(plain, selector, lookups), wildcard));
    }
    for (var selector : none ? List.<String>of() : distinct(guesses)) {
      if (tried.stream().noneMatch(one -> one.selector().equals(selector))) {
        tried.add(Tried.of(selector, false, asked(plain, selector, lookups), wildcard));
      }
    }
    var any = Tried.of(ANY, false, wildcard, null);
    if (any.obstacle().isPresent() || any.keys().stream().anyMatch(DkimKeys::isInUse)) {
      tried.add(any);
    }
    return new DkimKeys(plain, below, wildcard, tried);
  }

  /// Reads the same from what was seen: the guesses are those that were asked for.
  public static DkimKeys of(MailFacts mail) {
    var suffix = "." + LABEL + "." + mail.name().toLowerCase(Locale.ROOT);
    var guesses =
        mail.lookups().stream()
            .filter(lookup -> lookup.type().equals("TXT"))
            .map(lookup -> lookup.name().toLowerCase(Locale.ROOT))
            .filter(name -> name.endsWith(suffix))
            .map(name -> name.substring(0, name.length() - suffix.length()))
            .filter(selector -> !selector.equals(ANY))
            .toList();
    return look(mail.name(), mail.selectors(), guesses, mail);
  }

  /// Why it is not known whether there are keys; empty when every question was answered.
  public Optional<Obstacle> obstacle() {
    return Stream.concat(Stream.of(below), tried.stream().map(Tried::lookup))
        .map(Lookup::answer)
        .filter(Lookup.Unasked.class::isInstance)
        .map(answer -> ((Lookup.Unasked) answer).obstacle())
        .findFirst();
  }

  /// The selectors at which there is a key record, well formed or not.
  public List<Tried> found() {
    return tried.stream().filter(one -> !one.keys().isEmpty()).toList();
  }

  /// The selectors of which it is known whether there is a key; the wildcard is one.
  public List<String> answered() {
    return Stream.concat(
            tried.stream().filter(one -> one.obstacle().isEmpty()).map(Tried::selector),
            wildcard.answer() instanceof Lookup.Unasked ? Stream.empty() : Stream.of(ANY))
        .distinct()
        .toList();
  }

  private static boolean isInUse(DkimKey key) {
    return !(key.key() instanceof DkimKey.Revoked);
  }

  private static Lookup asked(String domain, String selector, Lookups lookups) {
    return lookups.asked(name(domain, selector), "TXT");
  }

  private static String name(String domain, String selector) {
    return (selector.isEmpty() ? "" : selector + ".") + LABEL + "." + domain;
  }

  private static List<String> distinct(List<String> selectors) {
    return selectors.stream().map(one -> one.toLowerCase(Locale.ROOT)).distinct().toList();
  }
}
