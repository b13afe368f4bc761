package uk.nhs.estate.policy;

import java.security.cert.TrustAnchor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.address.AliasChainLong;
import uk.nhs.estate.check.address.AliasClaimable;
import uk.nhs.estate.check.address.AliasDomainFree;
import uk.nhs.estate.check.address.AliasLoop;
import uk.nhs.estate.check.address.AliasTargetMissing;
import uk.nhs.estate.check.address.Ipv6Missing;
import uk.nhs.estate.check.address.PrivateAddressPublished;
import uk.nhs.estate.check.address.SiteDoesNotResolve;
import uk.nhs.estate.check.caa.CriticalTagUnknown;
import uk.nhs.estate.check.caa.FlagsReserved;
import uk.nhs.estate.check.caa.IssueMissing;
import uk.nhs.estate.check.caa.LookupFails;
import uk.nhs.estate.check.caa.NobodyBesideIssuer;
import uk.nhs.estate.check.caa.ReportAddressInvalid;
import uk.nhs.estate.check.caa.ValueMalformed;
import uk.nhs.estate.check.dangling.HttpsTargetMissing;
import uk.nhs.estate.check.dangling.MailServerDomainFree;
import uk.nhs.estate.check.dangling.MailServerMissing;
import uk.nhs.estate.check.dangling.NameServerDomainFree;
import uk.nhs.estate.check.dangling.ReportDomainFree;
import uk.nhs.estate.check.dangling.ServiceDomainFree;
import uk.nhs.estate.check.dangling.ServiceTargetMissing;
import uk.nhs.estate.check.dangling.SpfDomainFree;
import uk.nhs.estate.check.dangling.SpfTargetMissing;
import uk.nhs.estate.check.dns.AaaaBroken;
import uk.nhs.estate.check.dns.AliasAtApex;
import uk.nhs.estate.check.dns.AllNameServersLame;
import uk.nhs.estate.check.dns.CaaMissing;
import uk.nhs.estate.check.dns.CaseNotKept;
import uk.nhs.estate.check.dns.DnssecUnawareServer;
import uk.nhs.estate.check.dns.EdnsBroken;
import uk.nhs.estate.check.dns.EdnsVersionUnanswered;
import uk.nhs.estate.check.dns.GlueDiffers;
import uk.nhs.estate.check.dns.GlueMissing;
import uk.nhs.estate.check.dns.HttpsRecordInvalid;
import uk.nhs.estate.check.dns.NameDoesNotExist;
import uk.nhs.estate.check.dns.NameServerFails;
import uk.nhs.estate.check.dns.NameServerIsAlias;
import uk.nhs.estate.check.dns.NameServerLossy;
import uk.nhs.estate.check.dns.NameServerNotAuthoritative;
import uk.nhs.estate.check.dns.NameServerRefersUpward;
import uk.nhs.estate.check.dns.NameServerRefuses;
import uk.nhs.estate.check.dns.NameServerSilent;
import uk.nhs.estate.check.dns.NameServerSlow;
import uk.nhs.estate.check.dns.NameServerUnreachable;
import uk.nhs.estate.check.dns.NameServerWithoutAddress;
import uk.nhs.estate.check.dns.NameServerWithoutTcp;
import uk.nhs.estate.check.dns.NameServersDisagree;
import uk.nhs.estate.check.dns.NameServersInOneNetwork;
import uk.nhs.estate.check.dns.NameServersShareAddress;
import uk.nhs.estate.check.dns.NameServersWithoutIpv4;
import uk.nhs.estate.check.dns.NameServersWithoutIpv6;
import uk.nhs.estate.check.dns.OpenResolver;
import uk.nhs.estate.check.dns.ParentAndZoneDisjoint;
import uk.nhs.estate.check.dns.ParentListsMoreNameServers;
import uk.nhs.estate.check.dns.SingleNameServer;
import uk.nhs.estate.check.dns.SoaMailboxMalformed;
import uk.nhs.estate.check.dns.SoaPrimaryUnknown;
import uk.nhs.estate.check.dns.SoaSerialsDiffer;
import uk.nhs.estate.check.dns.SoaTimersUnusual;
import uk.nhs.estate.check.dns.SoftwareVersionShown;
import uk.nhs.estate.check.dns.TxtLarge;
import uk.nhs.estate.check.dns.UdpAlwaysTruncated;
import uk.nhs.estate.check.dns.WildcardPresent;
import uk.nhs.estate.check.dns.ZoneListsMoreNameServers;
import uk.nhs.estate.check.dns.ZoneTransferOpen;
import uk.nhs.estate.check.dnssec.AlgorithmDeprecated;
import uk.nhs.estate.check.dnssec.AlgorithmNotRecommended;
import uk.nhs.estate.check.dnssec.AlgorithmUnsupported;
import uk.nhs.estate.check.dnssec.DeletePublished;
import uk.nhs.estate.check.dnssec.DenialBroken;
import uk.nhs.estate.check.dnssec.DsMatchesNoKey;
import uk.nhs.estate.check.dnssec.DsMissing;
import uk.nhs.estate.check.dnssec.DsSha1Only;
import uk.nhs.estate.check.dnssec.DsStale;
import uk.nhs.estate.check.dnssec.DsWithoutKeys;
import uk.nhs.estate.check.dnssec.KeySmall;
import uk.nhs.estate.check.dnssec.KeysNotSigned;
import uk.nhs.estate.check.dnssec.Nsec3Iterations;
import uk.nhs.estate.check.dnssec.Nsec3OptOut;
import uk.nhs.estate.check.dnssec.Nsec3Salt;
import uk.nhs.estate.check.dnssec.ServersDisagree;
import uk.nhs.estate.check.dnssec.SignatureExpired;
import uk.nhs.estate.check.dnssec.SignatureMissing;
import uk.nhs.estate.check.dnssec.SignatureNotYetValid;
import uk.nhs.estate.check.dnssec.SignatureWithoutKey;
import uk.nhs.estate.check.dnssec.SignatureWrong;
import uk.nhs.estate.check.dnssec.SignaturesExpireSoon;
import uk.nhs.estate.check.dnssec.SignaturesTooLong;
import uk.nhs.estate.check.dnssec.Unsigned;
import uk.nhs.estate.check.http.CookieNotHttpOnly;
import uk.nhs.estate.check.http.CookieNotSecure;
import uk.nhs.estate.check.http.CspMissing;
import uk.nhs.estate.check.http.FramingUnrestricted;
import uk.nhs.estate.check.http.HstsMissing;
import uk.nhs.estate.check.http.HstsShort;
import uk.nhs.estate.check.http.HttpsMissing;
import uk.nhs.estate.check.http.NosniffMissing;
import uk.nhs.estate.check.http.RedirectToHttpsMissing;
import uk.nhs.estate.check.http.ReferrerPolicyMissingOrUnsafe;
import uk.nhs.estate.check.http.SecurityTxtExpired;
import uk.nhs.estate.check.http.SecurityTxtMissing;
import uk.nhs.estate.check.mail.DmarcMissing;
import uk.nhs.estate.check.mail.DmarcPolicyNone;
import uk.nhs.estate.check.mail.SmtpCertificateExpired;
import uk.nhs.estate.check.mail.SmtpCertificateNameMismatch;
import uk.nhs.estate.check.mail.SmtpCertificateUntrusted;
import uk.nhs.estate.check.mail.SmtpSlow;
import uk.nhs.estate.check.mail.SmtpStarttlsFails;
import uk.nhs.estate.check.mail.SmtpStarttlsInjection;
import uk.nhs.estate.check.mail.SmtpStarttlsMissing;
import uk.nhs.estate.check.mail.SmtpTlsOld;
import uk.nhs.estate.check.mail.SmtpUnreachable;
import uk.nhs.estate.check.mail.SpfAllowsAll;
import uk.nhs.estate.check.mail.SpfMissing;
import uk.nhs.estate.check.mail.SpfSeveral;
import uk.nhs.estate.check.mail.StsMailServerRefused;
import uk.nhs.estate.check.registration.DomainAboutToExpire;
import uk.nhs.estate.check.registration.DomainBeingDeleted;
import uk.nhs.estate.check.registration.DomainDueForRenewal;
import uk.nhs.estate.check.registration.DomainExpired;
import uk.nhs.estate.check.registration.DomainExpiresSoon;
import uk.nhs.estate.check.registration.DomainOnHold;
import uk.nhs.estate.check.registration.ExpiryUnknown;
import uk.nhs.estate.check.registration.TransferLockMissing;
import uk.nhs.estate.check.tls.CertificateExpired;
import uk.nhs.estate.check.tls.CertificateExpiresSoon;
import uk.nhs.estate.check.tls.CertificateNameMismatch;
import uk.nhs.estate.check.tls.CertificateNotYetValid;
import uk.nhs.estate.check.tls.CertificateUntrusted;
import uk.nhs.estate.check.tls.HandshakeFails;
import uk.nhs.estate.check.tls.Version13Missing;
import uk.nhs.estate.check.whole.CaaForbidsIssuer;
import uk.nhs.estate.check.whole.HstsLocksVisitorsOut;
import uk.nhs.estate.check.whole.Takeover;
import uk.nhs.estate.register.CertificateIssuers;
import uk.nhs.estate.register.ClaimableServices;

/// Every check, in one list.
public final class Catalogue {

  private static final List<Rule> RULES =
      all(
              new Policy.Thresholds(
                  Duration.ZERO,
                  Duration.ZERO,
                  Duration.ZERO,
                  Duration.ZERO,
                  new Policy.DomainExpiry(Duration.ZERO, Duration.ZERO, Duration.ZERO)),
              Set.of(),
              new ClaimableServices(List.of()),
              CertificateIssuers.of(List.of()))
          .stream()
          .map(Check::rule)
          .toList();

  private Catalogue() {}

  /// The checks that count under a policy.
  ///
  /// @param anchors the certification authorities that browsers trust
  /// @param services those at which names can be claimed
  /// @param issuers the names of certification authorities in CAA records
  public static List<Check> checks(
      Policy policy,
      Set<TrustAnchor> anchors,
      ClaimableServices services,
      CertificateIssuers issuers) {
    return all(policy.thresholds(), anchors, services, issuers).stream()
        .filter(check -> !policy.off().contains(check.rule().id()))
        .toList();
  }

  /// The words of every check, also of those that a policy may leave out.
  public static List<Rule> rules() {
    return RULES;
  }

  /// The words of one check.
  public static Optional<Rule> rule(String id) {
    return RULES.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  private static List<Check> all(
      Policy.Thresholds thresholds,
      Set<TrustAnchor> anchors,
      ClaimableServices services,
      CertificateIssuers issuers) {
    var expiry = thresholds.domainExpiry();
    return List.of(
        new NameDoesNotExist(),
        new AllNameServersLame(),
        new NameServerRefuses(),
        new NameServerFails(),
        new NameServerNotAuthoritative(),
        new NameServerRefersUpward(),
        new NameServerSilent(),
        new NameServerUnreachable(),
        new NameServerLossy(),
        new NameServerSlow(),
        new NameServerWithoutTcp(),
        new UdpAlwaysTruncated(),
        new SingleNameServer(),
        new NameServersShareAddress(),
        new NameServersInOneNetwork(),
        new ParentListsMoreNameServers(),
        new ZoneListsMoreNameServers(),
        new ParentAndZoneDisjoint(),
        new NameServersDisagree(),
        new NameServerIsAlias(),
        new NameServerWithoutAddress(),
        new GlueDiffers(),
        new GlueMissing(),
        new NameServersWithoutIpv6(),
        new NameServersWithoutIpv4(),
        new EdnsBroken(),
        new EdnsVersionUnanswered(),
        new DnssecUnawareServer(),
        new SoaSerialsDiffer(),
        new SoaTimersUnusual(),
        new SoaPrimaryUnknown(),
        new SoaMailboxMalformed(),
        new OpenResolver(),
        new CaseNotKept(),
        new AaaaBroken(),
        new ZoneTransferOpen(),
        new SoftwareVersionShown(),
        new CaaMissing(),
        new Unsigned(),
        new DsMissing(),
        new SignatureExpired(),
        new SignatureNotYetValid(),
        new SignatureMissing(),
        new SignatureWrong(),
        new SignatureWithoutKey(),
        new DsWithoutKeys(),
        new DsMatchesNoKey(),
        new KeysNotSigned(),
        new DenialBroken(),
        new ServersDisagree(),
        new SignaturesExpireSoon(thresholds.signatureNotice()),
        new SignaturesTooLong(thresholds.signatureLife()),
        new DsStale(),
        new DsSha1Only(),
        new AlgorithmDeprecated(),
        new AlgorithmNotRecommended(),
        new AlgorithmUnsupported(),
        new KeySmall(),
        new Nsec3Iterations(),
        new Nsec3Salt(),
        new Nsec3OptOut(),
        new DeletePublished(),
        new AliasAtApex(),
        new WildcardPresent(),
        new TxtLarge(),
        new HttpsRecordInvalid(),
        new LookupFails(),
        new ValueMalformed(),
        new CriticalTagUnknown(),
        new IssueMissing(),
        new NobodyBesideIssuer(),
        new FlagsReserved(),
        new ReportAddressInvalid(),
        new NameServerDomainFree(),
        new MailServerDomainFree(),
        new MailServerMissing(),
        new ServiceDomainFree(),
        new ServiceTargetMissing(),
        new HttpsTargetMissing(),
        new SpfDomainFree(),
        new SpfTargetMissing(),
        new ReportDomainFree(),
        new SpfMissing(),
        new SpfSeveral(),
        new SpfAllowsAll(),
        new DmarcMissing(),
        new DmarcPolicyNone(),
        new SmtpUnreachable(),
        new SmtpStarttlsMissing(),
        new SmtpStarttlsFails(),
        new SmtpStarttlsInjection(),
        new SmtpTlsOld(),
        new SmtpCertificateExpired(),
        new SmtpCertificateUntrusted(anchors),
        new SmtpCertificateNameMismatch(),
        new SmtpSlow(),
        new StsMailServerRefused(anchors),
        new DomainExpired(),
        new DomainAboutToExpire(expiry.aboutTo()),
        new DomainExpiresSoon(expiry.soon(), expiry.aboutTo()),
        new DomainDueForRenewal(expiry.dueForRenewal(), expiry.soon()),
        new ExpiryUnknown(),
        new DomainOnHold(),
        new DomainBeingDeleted(),
        new TransferLockMissing(),
        new SiteDoesNotResolve(),
        new AliasTargetMissing(),
        new AliasDomainFree(),
        new AliasClaimable(services),
        new AliasLoop(),
        new AliasChainLong(),
        new PrivateAddressPublished(),
        new Ipv6Missing(),
        new CertificateExpired(),
        new CertificateExpiresSoon(thresholds.certificateNotice()),
        new CertificateNotYetValid(),
        new CertificateNameMismatch(),
        new CertificateUntrusted(anchors),
        new HandshakeFails(),
        new Version13Missing(),
        new HttpsMissing(),
        new RedirectToHttpsMissing(),
        new HstsMissing(),
        new HstsShort(thresholds.hstsAge()),
        new CspMissing(),
        new NosniffMissing(),
        new FramingUnrestricted(),
        new ReferrerPolicyMissingOrUnsafe(),
        new CookieNotSecure(),
        new CookieNotHttpOnly(),
        new SecurityTxtMissing(),
        new SecurityTxtExpired(),
        new HstsLocksVisitorsOut(anchors),
        new CaaForbidsIssuer(issuers),
        new Takeover(services));
  }
}
