package uk.nhs.estate.settings;

import java.security.cert.TrustAnchor;
import java.util.List;
import java.util.Set;
import uk.nhs.estate.policy.Known;
import uk.nhs.estate.profile.TlsProfile;
import uk.nhs.estate.register.BypassHosts;
import uk.nhs.estate.register.CertificateIssuers;
import uk.nhs.estate.register.ClaimableServices;
import uk.nhs.estate.register.KnownLogs;
import uk.nhs.estate.register.KnownSelectors;
import uk.nhs.estate.register.PreloadedNames;
import uk.nhs.estate.register.RdapServices;
import uk.nhs.estate.register.ScriptLibraries;
import uk.nhs.estate.register.Suppliers;

/// The facts of others in the folder `lists`, as far as they are read with the settings.
///
/// @param services those at which names can be claimed
/// @param suppliers those that can be recognised
/// @param preloaded names that browsers reach over HTTPS by themselves
/// @param issuers the names of certification authorities in CAA records
/// @param registries who is asked about a registration
/// @param selectors under which DKIM keys may be found
/// @param logs those that sign timestamps of certificates
/// @param bypasses hosts whose scripts do what their caller says
/// @param libraries of JavaScript, with their known faults
/// @param tlsProfiles what others recommend of TLS
public record Lists(
    ClaimableServices services,
    Suppliers suppliers,
    PreloadedNames preloaded,
    CertificateIssuers issuers,
    RdapServices registries,
    KnownSelectors selectors,
    KnownLogs logs,
    BypassHosts bypasses,
    ScriptLibraries libraries,
    List<TlsProfile> tlsProfiles) {

  public Lists {
    tlsProfiles = List.copyOf(tlsProfiles);
  }

  /// What checks know of the world.
  ///
  /// @param anchors the certification authorities that browsers trust
  public Known known(Set<TrustAnchor> anchors) {
    return new Known(anchors, services, issuers, logs, bypasses, libraries);
  }
}
