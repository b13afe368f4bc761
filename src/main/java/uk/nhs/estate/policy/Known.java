package uk.nhs.estate.policy;

import java.security.cert.TrustAnchor;
import java.util.List;
import java.util.Set;
import uk.nhs.estate.observation.certificate.Anchors;
import uk.nhs.estate.register.BypassHosts;
import uk.nhs.estate.register.CertificateIssuers;
import uk.nhs.estate.register.ClaimableServices;
import uk.nhs.estate.register.KnownLogs;
import uk.nhs.estate.register.ScriptLibraries;

/// What checks know of the world from lists of others.
///
/// @param anchors the certification authorities that browsers trust
/// @param services those at which names can be claimed
/// @param issuers the names of certification authorities in CAA records
/// @param logs those that sign timestamps of certificates
/// @param bypasses hosts whose scripts do what their caller says
/// @param libraries of JavaScript, with their known faults
public record Known(
    Set<TrustAnchor> anchors,
    ClaimableServices services,
    CertificateIssuers issuers,
    KnownLogs logs,
    BypassHosts bypasses,
    ScriptLibraries libraries) {

  public Known {
    anchors = Set.copyOf(anchors);
  }

  /// Nothing at all: the words of checks need no more.
  static Known nothing() {
    return new Known(
        Set.of(),
        new ClaimableServices(List.of()),
        CertificateIssuers.of(List.of()),
        KnownLogs.of(List.of()),
        new BypassHosts(List.of()),
        new ScriptLibraries(List.of()));
  }

  /// The same with other issuers.
  public Known with(CertificateIssuers others) {
    return new Known(anchors, services, others, logs, bypasses, libraries);
  }

  Anchors roots() {
    return Anchors.ofPlatform(anchors);
  }
}
