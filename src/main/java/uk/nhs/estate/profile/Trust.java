package uk.nhs.estate.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.profile.TlsGrade.Cap;

/// What the checks of certificates mean for the letter.
///
/// @param caps the letters that they allow
/// @param hidden what they could not see
record Trust(List<Cap> caps, List<String> hidden) {

  /// @param id of the rule that tells
  private record Consequence(String id, Letter letter, String reason, String clause) {}

  private static final List<Consequence> CONSEQUENCES =
      List.of(
          new Consequence(
              "tls.certificate-untrusted",
              Letter.T,
              "certificate not trusted",
              "Certificate Inspection"),
          new Consequence(
              "tls.certificate-self-signed",
              Letter.T,
              "certificate signed with its own key",
              "Certificate Inspection"),
          new Consequence(
              "tls.certificate-authority-private",
              Letter.T,
              "certificate of a private authority",
              "Certificate Inspection"),
          new Consequence(
              "tls.certificate-not-for-servers",
              Letter.T,
              "certificate not for servers",
              "Certificate Inspection"),
          new Consequence(
              "tls.certificate-revoked", Letter.T, "certificate revoked", "Certificate Inspection"),
          new Consequence(
              "tls.certificate-expired", Letter.T, "certificate expired", "Certificate Inspection"),
          new Consequence(
              "tls.certificate-not-yet-valid",
              Letter.T,
              "certificate not valid yet",
              "Certificate Inspection"),
          new Consequence(
              "tls.certificate-name-mismatch",
              Letter.M,
              "certificate of another name",
              "Certificate Inspection"),
          new Consequence(
              "tls.chain-incomplete", Letter.B, "chain of certificates incomplete", "2009i"));

  /// A check that was not put to the site says nothing.
  static Trust of(Map<String, Verdict> verdicts) {
    var caps = new ArrayList<Cap>();
    var hidden = new ArrayList<String>();
    for (var its : CONSEQUENCES) {
      switch (verdicts.get(its.id())) {
        case Verdict.Fail _ -> caps.add(new Cap(its.letter(), its.reason(), its.clause()));
        case Verdict.Unknown(var reason, _) -> hidden.add(its.id() + ": " + reason);
        case Verdict.Pass _, Verdict.NotApplicable _ -> {}
        case null -> {}
      }
    }
    return new Trust(caps, hidden);
  }

  /// Those that say that nobody should believe the certificate.
  Stream<Cap> distrust() {
    return caps.stream().filter(cap -> cap.letter().compareTo(Letter.F) > 0);
  }

  /// The others.
  Stream<Cap> faults() {
    return caps.stream().filter(cap -> cap.letter().compareTo(Letter.F) <= 0);
  }
}
