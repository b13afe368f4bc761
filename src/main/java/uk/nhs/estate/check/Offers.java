package uk.nhs.estate.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;

/// Judges what every address of a site does with TLS offers: the worst of them counts, and a pass
/// is one at all of them.
public final class Offers {

  private Offers() {}

  /// Judges address by address. Where no browser comes in, what is wrong was seen all the same, but
  /// nothing is in order.
  ///
  /// @param judge the verdict on one address; its faults are told apart by their subjects, and
  ///     those of the same subject at several addresses are one fault
  public static Verdict judge(TlsFacts tls, Function<TlsPosture, Verdict> judge) {
    if (tls.outcome() instanceof TlsFacts.NobodyListens) {
      return new Verdict.NotApplicable(Verdict.NOBODY_ON_HTTPS);
    }
    if (tls.outcome() instanceof TlsFacts.NotTls) {
      return new Verdict.NotApplicable("its port for HTTPS does not speak TLS");
    }
    if (tls.servers().isEmpty()) {
      return Verdict.Unknown.lasting("no more than one handshake was tried");
    }
    var verdicts = new LinkedHashMap<String, Verdict>();
    for (var server : tls.servers()) {
      verdicts.put(server.endpoint().toString(), verdict(server, judge));
    }
    return worst(verdicts);
  }

  /// Judges how the handshake of a browser ended at each address.
  public static Verdict ofOutcomes(TlsFacts tls, Function<TlsFacts.Outcome, Verdict> judge) {
    if (tls.servers().isEmpty()) {
      return judge.apply(tls.outcome());
    }
    var verdicts = new LinkedHashMap<String, Verdict>();
    for (var server : tls.servers()) {
      verdicts.put(
          server.endpoint().toString(),
          switch (server) {
            case TlsFacts.Unmet(_, var obstacle) -> new Verdict.Unknown(obstacle);
            case TlsFacts.Met(_, var outcome, _) -> judge.apply(outcome);
          });
    }
    return worst(verdicts);
  }

  private static Verdict verdict(TlsFacts.Server server, Function<TlsPosture, Verdict> judge) {
    return switch (server) {
      case TlsFacts.Unmet(_, var obstacle) -> new Verdict.Unknown(obstacle);
      case TlsFacts.Met(_, TlsFacts.Failed(_, var answer), var posture) ->
          posture != null && judge.apply(posture) instanceof Verdict.Fail fail
              ? fail
              : new Verdict.Unknown("no TLS handshake was completed (" + answer + ")");
      case TlsFacts.Met(_, TlsFacts.NotTls _, _) ->
          new Verdict.NotApplicable("its port for HTTPS does not speak TLS");
      case TlsFacts.Met(_, TlsFacts.NobodyListens _, _) ->
          new Verdict.NotApplicable(Verdict.NOBODY_ON_HTTPS);
      case TlsFacts.Met(_, TlsFacts.Completed _, var posture) ->
          posture == null
              ? Verdict.Unknown.lasting("no more than one handshake was tried")
              : judge.apply(posture);
    };
  }

  /// One verdict out of several: faults count wherever they are, then what was hidden.
  ///
  /// @param verdicts by the place that each is on
  static Verdict worst(LinkedHashMap<String, Verdict> verdicts) {
    var evidence = new LinkedHashMap<String, LinkedHashMap<String, List<String>>>();
    var hidden = new ArrayList<String>();
    Verdict.Unknown unknown = null;
    boolean passed = false;
    Verdict.NotApplicable no = null;
    for (var entry : verdicts.entrySet()) {
      switch (entry.getValue()) {
        case Verdict.Fail(var faults, var its) -> {
          faults.forEach(
              fault ->
                  evidence
                      .computeIfAbsent(fault.subject(), _ -> new LinkedHashMap<>())
                      .computeIfAbsent(fault.evidence(), _ -> new ArrayList<>())
                      .add(entry.getKey()));
          hidden.addAll(its);
        }
        case Verdict.Unknown its ->
            unknown =
                unknown == null || its.mayPass()
                    ? new Verdict.Unknown(entry.getKey() + ": " + its.reason(), its.mayPass())
                    : unknown;
        case Verdict.NotApplicable its -> no = its;
        case Verdict.Pass _ -> passed = true;
      }
    }
    if (!evidence.isEmpty()) {
      return new Verdict.Fail(
          evidence.entrySet().stream()
              .map(of -> new Fault(of.getKey(), words(of.getValue())))
              .toList(),
          hidden);
    }
    if (unknown != null) {
      return unknown;
    }
    return passed || no == null ? new Verdict.Pass() : no;
  }

  private static String words(LinkedHashMap<String, List<String>> places) {
    return places.entrySet().stream()
        .map(of -> String.join(", ", of.getValue()) + ": " + of.getKey())
        .collect(Collectors.joining("; "));
  }
}
