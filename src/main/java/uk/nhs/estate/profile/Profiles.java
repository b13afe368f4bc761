package uk.nhs.estate.profile;

import static java.util.stream.Collectors.joining;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.Trial;
import uk.nhs.estate.observation.tls.CipherSuite;
import uk.nhs.estate.observation.tls.CipherSuite.KeyExchange;
import uk.nhs.estate.observation.tls.NamedGroup;
import uk.nhs.estate.observation.tls.TlsVersion;
import uk.nhs.estate.profile.Standing.CannotSay;
import uk.nhs.estate.profile.Standing.Failed;
import uk.nhs.estate.profile.Standing.Met;

/// Holds a site against profiles.
public final class Profiles {
  private Profiles() {}

  /// How a site stands beside a profile.
  public record Line(TlsProfile profile, Standing standing) {}

  /// Holds a site against each profile; the worst of its addresses counts.
  public static List<Line> of(TlsFacts tls, List<TlsProfile> profiles) {
    return profiles.stream().map(profile -> new Line(profile, standing(tls, profile))).toList();
  }

  private static Standing standing(TlsFacts tls, TlsProfile profile) {
    return worst(Place.of(tls).stream().map(place -> standing(place, profile)));
  }

  private static Standing standing(Place place, TlsProfile profile) {
    return switch (place) {
      case Place.Hidden(var at, var why) -> new CannotSay(at + ": " + why);
      case Place.Seen(var at, var posture) ->
          switch (worst(new Comparison(posture, profile).rules())) {
            case Met met -> met;
            case Failed(var rule, var evidence) -> new Failed(rule, at + ": " + evidence);
            case CannotSay(var reason) -> new CannotSay(at + ": " + reason);
          };
    };
  }

  /// A rule that is broken counts, whatever is hidden; among several, the first.
  private static Standing worst(Stream<Standing> standings) {
    Standing worst = new Met();
    for (var standing : standings.toList()) {
      if (standing instanceof Failed) {
        return standing;
      }
      if (worst instanceof Met) {
        worst = standing;
      }
    }
    return worst;
  }

  /// One server beside one profile, rule by rule.
  private record Comparison(TlsPosture posture, TlsProfile profile) {

    Stream<Standing> rules() {
      return Stream.of(
          versions(), suites(), groups(), oneOfGroups(), primes(), keys(), signatures(), days());
    }

    private Standing versions() {
      return worst(
          TlsPosture.VERSIONS.stream()
              .map(
                  version ->
                      switch (posture.version(version)) {
                        case Trial.TakenUp _ ->
                            unless(
                                profile.versions().contains(version),
                                "versions",
                                "speaks " + TlsVersion.name(version));
                        case Trial.TurnedDown _ ->
                            unless(
                                !profile.needs().contains(version),
                                "versions",
                                "does not speak " + TlsVersion.name(version));
                        case Trial.Undecided(var obstacle) ->
                            new CannotSay(TlsVersion.name(version) + ": " + obstacle.words());
                      }));
    }

    private Standing suites() {
      return worst(
          spoken()
              .filter(profile.suites()::containsKey)
              .map(version -> suites(version, profile.suites().getOrDefault(version, Set.of()))));
    }

    private Standing suites(int version, Set<String> allowed) {
      var name = TlsVersion.name(version);
      return posture
          .suites(version)
          .map(
              list ->
                  only(
                      "cipher suites",
                      name,
                      list.codes().stream()
                          .map(code -> CipherSuite.of(version, code).name())
                          .toList(),
                      allowed,
                      list.missing() != null))
          .orElseGet(() -> new CannotSay("the cipher suites of " + name + " were not seen"));
    }

    private Standing groups() {
      if (profile.groups().isEmpty()) {
        return new Met();
      }
      return worst(
          Stream.of(TLS_1_2, TLS_1_3)
              .filter(this::agreesOnGroups)
              .map(
                  version ->
                      posture
                          .groups(version)
                          .map(
                              list ->
                                  only(
                                      "groups",
                                      TlsVersion.name(version),
                                      names(list),
                                      profile.groups(),
                                      list.missing() != null))
                          .orElseGet(
                              () ->
                                  new CannotSay(
                                      "the groups of "
                                          + TlsVersion.name(version)
                                          + " were not seen"))));
    }

    /// Before TLS 1.3 a server without suites for it agrees on no group.
    private boolean agreesOnGroups(int version) {
      return version == TLS_1_3
          ? posture.speaks(TLS_1_3)
          : spoken()
              .filter(spoken -> spoken != TLS_1_3)
              .anyMatch(
                  spoken ->
                      posture.suites(spoken).stream()
                          .flatMap(list -> list.codes().stream())
                          .map(code -> CipherSuite.of(spoken, code).keyExchange())
                          .anyMatch(KeyExchange.ECDHE::equals));
    }

    private Standing oneOfGroups() {
      if (profile.oneOfGroups().isEmpty() || !posture.speaks(TLS_1_3)) {
        return new Met();
      }
      var list = posture.groups(TLS_1_3);
      var offered = list.map(Comparison::names).orElse(List.of());
      if (offered.stream().anyMatch(profile.oneOfGroups()::contains)) {
        return new Met();
      }
      return list.isEmpty() || list.get().missing() != null
          ? new CannotSay("the groups of TLS 1.3 were not all seen")
          : new Failed("groups", "TLS 1.3 offers only " + String.join(", ", offered));
    }

    private Standing primes() {
      return worst(
          posture.keys().stream()
              .flatMap(key -> Optional.ofNullable(key.prime()).stream())
              .map(prime -> new BigInteger(1, prime.bytes()).bitLength())
              .map(
                  bits ->
                      unless(
                          bits >= profile.primeBits(),
                          "Diffie-Hellman",
                          "a prime of " + bits + " bits")));
    }

    private Standing keys() {
      return profile.rsaBits() == 0 && profile.curves().isEmpty()
          ? new Met()
          : leaves("keys of certificates", this::hasKeyOfProfile, Leaf::key);
    }

    private boolean hasKeyOfProfile(Leaf leaf) {
      return leaf.rsaBits()
          .map(bits -> profile.rsaBits() > 0 && bits >= profile.rsaBits())
          .orElseGet(() -> leaf.curve().filter(profile.curves()::contains).isPresent());
    }

    private Standing signatures() {
      return profile.signatures().isEmpty()
          ? new Met()
          : leaves(
              "signatures of certificates",
              leaf -> profile.signatures().contains(leaf.certificate().getSigAlgName()),
              leaf -> "signed by " + leaf.certificate().getSigAlgName());
    }

    private Standing days() {
      return profile.days() == 0
          ? new Met()
          : leaves(
              "lifetimes of certificates",
              leaf -> leaf.days() <= profile.days(),
              leaf -> "valid for " + leaf.days() + " days");
    }

    private Standing leaves(String rule, Predicate<Leaf> keeps, Function<Leaf, String> words) {
      var leaves = Leaf.of(posture);
      if (leaves.isEmpty()) {
        return new CannotSay("no certificate was seen that can be read");
      }
      return worst(leaves.stream().map(leaf -> unless(keeps.test(leaf), rule, words.apply(leaf))));
    }

    private Stream<Integer> spoken() {
      return TlsPosture.VERSIONS.stream().filter(posture::speaks);
    }

    private static List<String> names(TlsPosture.Groups list) {
      return list.codes().stream().map(code -> NamedGroup.of(code).name()).toList();
    }

    private static Standing only(
        String rule, String version, List<String> offered, Set<String> allowed, boolean partial) {
      var others = new ArrayList<>(offered);
      others.removeAll(allowed);
      if (!others.isEmpty()) {
        return new Failed(
            rule, version + " offers " + others.stream().distinct().collect(joining(", ")));
      }
      return partial
          ? new CannotSay("the " + rule + " of " + version + " were not all seen")
          : new Met();
    }

    private static Standing unless(boolean kept, String rule, String evidence) {
      return kept ? new Met() : new Failed(rule, evidence);
    }
  }
}
