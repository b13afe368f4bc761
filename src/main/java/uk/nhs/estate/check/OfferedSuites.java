package uk.nhs.estate.check;

import static java.util.stream.Collectors.joining;
import static uk.nhs.estate.observation.TlsPosture.SSL_3;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_0;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_1;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.TlsPosture.Suites;
import uk.nhs.estate.observation.Trial;
import uk.nhs.estate.observation.tls.CipherSuite;
import uk.nhs.estate.observation.tls.TlsVersion;

/// What the checks of cipher suites have in common. SSL 2.0 is at fault whatever its suites.
public final class OfferedSuites {
  public static final List<Integer> TLS_1_3_AND_BEFORE =
      List.of(SSL_3, TLS_1_0, TLS_1_1, TLS_1_2, TLS_1_3);
  public static final List<Integer> BEFORE_TLS_1_3 = List.of(SSL_3, TLS_1_0, TLS_1_1, TLS_1_2);

  private static final int MOST_NAMES = 8;

  private OfferedSuites() {}

  /// A fault when suites of a kind are offered in one of these versions. In order only when every
  /// list was seen to its end.
  public static Verdict without(
      TlsPosture posture, List<Integer> versions, Predicate<CipherSuite> bad) {
    var found = new LinkedHashMap<String, List<String>>();
    Verdict.Unknown hidden = null;
    for (int version : versions) {
      var names = names(posture, version, bad);
      if (!names.isEmpty()) {
        found.computeIfAbsent(words(names), _ -> new ArrayList<>()).add(TlsVersion.name(version));
      }
      hidden = hidden == null ? hidden(posture, version).orElse(null) : hidden;
    }
    if (!found.isEmpty()) {
      return new Verdict.Fail(
          "",
          found.entrySet().stream()
              .map(of -> String.join(", ", of.getValue()) + ": " + of.getKey())
              .collect(joining("; ")));
    }
    return hidden == null ? new Verdict.Pass() : hidden;
  }

  /// A fault when a version that is spoken has suites, and none of a kind.
  public static Verdict has(TlsPosture posture, int version, Predicate<CipherSuite> good) {
    return switch (posture.version(version)) {
      case Trial.TurnedDown _ ->
          new Verdict.NotApplicable("it does not speak " + TlsVersion.name(version));
      case Trial.Undecided(var obstacle) -> new Verdict.Unknown(obstacle);
      case Trial.TakenUp _ -> {
        if (!names(posture, version, good).isEmpty()) {
          yield new Verdict.Pass();
        }
        var hidden = hidden(posture, version);
        yield hidden.isPresent()
            ? hidden.get()
            : new Verdict.Fail(
                "",
                TlsVersion.name(version) + ": only " + words(names(posture, version, _ -> true)));
      }
    };
  }

  /// What hides suites of a version; nothing if it is not spoken or its list is complete.
  public static Optional<Verdict.Unknown> hidden(TlsPosture posture, int version) {
    var of = "the cipher suites of " + TlsVersion.name(version) + ": ";
    var list = posture.suites(version);
    if (list.isPresent()) {
      return list.map(Suites::missing)
          .map(what -> new Verdict.Unknown(of + what.words(), what.kind().mayPass()));
    }
    return switch (posture.version(version)) {
      case Trial.TakenUp _ -> Optional.of(Verdict.Unknown.lasting(of + "nobody listed them"));
      case Trial.TurnedDown _ -> Optional.empty();
      case Trial.Undecided(var what) ->
          Optional.of(new Verdict.Unknown(of + what.words(), what.kind().mayPass()));
    };
  }

  /// The names of the suites of a kind in a version, in the order of the list.
  public static List<String> names(TlsPosture posture, int version, Predicate<CipherSuite> kind) {
    return posture.suites(version).stream()
        .flatMap(list -> list.codes().stream())
        .map(code -> CipherSuite.of(version, code))
        .filter(kind)
        .map(CipherSuite::name)
        .toList();
  }

  /// Names in a row, the first of them if there are many.
  public static String words(List<String> names) {
    return names.stream().limit(MOST_NAMES).collect(joining(", "))
        + (names.size() > MOST_NAMES ? " and %d more".formatted(names.size() - MOST_NAMES) : "");
  }
}
