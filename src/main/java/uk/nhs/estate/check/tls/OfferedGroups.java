package uk.nhs.estate.check.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import uk.nhs.estate.check.OfferedSuites;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.TlsPosture.Groups;
import uk.nhs.estate.observation.Trial;
import uk.nhs.estate.observation.tls.CipherSuite;
import uk.nhs.estate.observation.tls.CipherSuite.KeyExchange;
import uk.nhs.estate.observation.tls.NamedGroup;

/// What the checks of groups have in common.
final class OfferedGroups {
  private OfferedGroups() {}

  /// A fault when groups of a kind are offered. In order only when every list was seen to its end.
  static Verdict without(TlsPosture posture, Predicate<NamedGroup> bad) {
    var faults = new ArrayList<String>();
    Verdict.Unknown hidden = null;
    for (int version : List.of(TLS_1_2, TLS_1_3)) {
      var names = groups(posture, version).stream().filter(bad).map(NamedGroup::name).toList();
      if (!names.isEmpty()) {
        faults.add(words(version) + ": " + OfferedSuites.words(names));
      }
      hidden = hidden == null ? hidden(posture, version).orElse(null) : hidden;
    }
    if (!faults.isEmpty()) {
      return new Verdict.Fail("", String.join("; ", faults));
    }
    return hidden == null ? new Verdict.Pass() : hidden;
  }

  /// The groups of TLS 1.3, or of all versions before.
  static List<NamedGroup> groups(TlsPosture posture, int version) {
    return posture.groups(version).stream()
        .flatMap(list -> list.codes().stream())
        .map(NamedGroup::of)
        .toList();
  }

  /// What hides groups; nothing if none are agreed on or the list is complete.
  static Optional<Verdict.Unknown> hidden(TlsPosture posture, int version) {
    var of = "the groups of " + words(version) + ": ";
    var list = posture.groups(version);
    if (list.isPresent()) {
      return list.map(Groups::missing)
          .map(what -> new Verdict.Unknown(of + what.words(), what.kind().mayPass()));
    }
    if (version != TLS_1_3) {
      return agreesOnCurves(posture)
          ? Optional.of(Verdict.Unknown.lasting(of + "nobody listed them"))
          : OfferedSuites.BEFORE_TLS_1_3.stream()
              .flatMap(before -> OfferedSuites.hidden(posture, before).stream())
              .findFirst();
    }
    return switch (posture.version(TLS_1_3)) {
      case Trial.TakenUp _ -> Optional.of(Verdict.Unknown.lasting(of + "nobody listed them"));
      case Trial.TurnedDown _ -> Optional.empty();
      case Trial.Undecided(var what) ->
          Optional.of(new Verdict.Unknown(of + what.words(), what.kind().mayPass()));
    };
  }

  /// Whether a version before TLS 1.3 has suites that agree on a curve.
  private static boolean agreesOnCurves(TlsPosture posture) {
    return OfferedSuites.BEFORE_TLS_1_3.stream()
        .anyMatch(
            version ->
                posture.suites(version).stream()
                    .flatMap(list -> list.codes().stream())
                    .map(code -> CipherSuite.of(version, code).keyExchange())
                    .anyMatch(KeyExchange.ECDHE::equals));
  }

  private static String words(int version) {
    return version == TLS_1_3 ? "TLS 1.3" : "TLS 1.2 and before";
  }
}
