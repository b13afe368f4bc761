package uk.nhs.estate.policy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
import uk.nhs.estate.check.http.AddressFamiliesDiffer;
import uk.nhs.estate.check.http.CookieNotHttpOnly;
import uk.nhs.estate.check.http.CookieNotSecure;
import uk.nhs.estate.check.http.CspMissing;
import uk.nhs.estate.check.http.FramingUnrestricted;
import uk.nhs.estate.check.http.HstsInconsistent;
import uk.nhs.estate.check.http.HstsMissing;
import uk.nhs.estate.check.http.HstsOverHttp;
import uk.nhs.estate.check.http.HstsPreloadNotEligible;
import uk.nhs.estate.check.http.HstsShort;
import uk.nhs.estate.check.http.HstsSubDomainsMissing;
import uk.nhs.estate.check.http.HttpsMissing;
import uk.nhs.estate.check.http.NosniffMissing;
import uk.nhs.estate.check.http.RedirectByRefresh;
import uk.nhs.estate.check.http.RedirectChainLong;
import uk.nhs.estate.check.http.RedirectDowngrades;
import uk.nhs.estate.check.http.RedirectEndless;
import uk.nhs.estate.check.http.RedirectLeavesPublicSector;
import uk.nhs.estate.check.http.RedirectSkipsOwnHttps;
import uk.nhs.estate.check.http.RedirectTargetUnusual;
import uk.nhs.estate.check.http.RedirectTemporary;
import uk.nhs.estate.check.http.RedirectToHttpsMissing;
import uk.nhs.estate.check.http.ReferrerPolicyMissingOrUnsafe;
import uk.nhs.estate.check.http.SecurityTxtExpired;
import uk.nhs.estate.check.http.SecurityTxtMissing;
import uk.nhs.estate.check.http.SiblingApart;
import uk.nhs.estate.check.http.SiblingHstsMissing;
import uk.nhs.estate.check.http.SiblingUnreachable;
import uk.nhs.estate.check.http.SiblingWithoutHttps;
import uk.nhs.estate.check.mail.BimiCertificateMissing;
import uk.nhs.estate.check.mail.BimiDmarcWeak;
import uk.nhs.estate.check.mail.BimiMalformed;
import uk.nhs.estate.check.mail.DaneMissing;
import uk.nhs.estate.check.mail.DaneMxUnsigned;
import uk.nhs.estate.check.mail.DaneTlsaInsecure;
import uk.nhs.estate.check.mail.DaneTlsaMismatch;
import uk.nhs.estate.check.mail.DaneTlsaUnusable;
import uk.nhs.estate.check.mail.DkimKeyRevoked;
import uk.nhs.estate.check.mail.DkimKeyShort;
import uk.nhs.estate.check.mail.DkimKeyUnreadable;
import uk.nhs.estate.check.mail.DkimKeyWeak;
import uk.nhs.estate.check.mail.DkimNotForMail;
import uk.nhs.estate.check.mail.DkimNotFound;
import uk.nhs.estate.check.mail.DkimRecordMalformed;
import uk.nhs.estate.check.mail.DkimSelectorMissing;
import uk.nhs.estate.check.mail.DkimSeveralRecords;
import uk.nhs.estate.check.mail.DkimTesting;
import uk.nhs.estate.check.mail.DkimWithoutSha256;
import uk.nhs.estate.check.mail.DmarcFromPublicSuffix;
import uk.nhs.estate.check.mail.DmarcMalformed;
import uk.nhs.estate.check.mail.DmarcMisplaced;
import uk.nhs.estate.check.mail.DmarcMissing;
import uk.nhs.estate.check.mail.DmarcNonexistentPolicyWeak;
import uk.nhs.estate.check.mail.DmarcNotRecognised;
import uk.nhs.estate.check.mail.DmarcPolicyMissing;
import uk.nhs.estate.check.mail.DmarcPolicyNone;
import uk.nhs.estate.check.mail.DmarcPolicyNotSecond;
import uk.nhs.estate.check.mail.DmarcPolicyQuarantine;
import uk.nhs.estate.check.mail.DmarcReadingsDiffer;
import uk.nhs.estate.check.mail.DmarcReportAddressBroken;
import uk.nhs.estate.check.mail.DmarcReportAddressMissing;
import uk.nhs.estate.check.mail.DmarcReportAddressesMany;
import uk.nhs.estate.check.mail.DmarcReportUnauthorised;
import uk.nhs.estate.check.mail.DmarcReportsToMailCheck;
import uk.nhs.estate.check.mail.DmarcRetiredTags;
import uk.nhs.estate.check.mail.DmarcSeveral;
import uk.nhs.estate.check.mail.DmarcSubdomainPolicyWeak;
import uk.nhs.estate.check.mail.DmarcTagsUnknown;
import uk.nhs.estate.check.mail.DmarcTesting;
import uk.nhs.estate.check.mail.MxIsAddress;
import uk.nhs.estate.check.mail.MxIsAlias;
import uk.nhs.estate.check.mail.MxMissing;
import uk.nhs.estate.check.mail.MxNamedTwice;
import uk.nhs.estate.check.mail.MxNullInvalid;
import uk.nhs.estate.check.mail.MxReverseMissing;
import uk.nhs.estate.check.mail.MxWithoutAddress;
import uk.nhs.estate.check.mail.MxWithoutIpv6;
import uk.nhs.estate.check.mail.ParkedDmarcMissing;
import uk.nhs.estate.check.mail.ParkedDmarcWeak;
import uk.nhs.estate.check.mail.ParkedNullMxMissing;
import uk.nhs.estate.check.mail.ParkedSpfMissing;
import uk.nhs.estate.check.mail.SmtpCertificateExpired;
import uk.nhs.estate.check.mail.SmtpCertificateNameMismatch;
import uk.nhs.estate.check.mail.SmtpCertificateUntrusted;
import uk.nhs.estate.check.mail.SmtpSlow;
import uk.nhs.estate.check.mail.SmtpStarttlsFails;
import uk.nhs.estate.check.mail.SmtpStarttlsInjection;
import uk.nhs.estate.check.mail.SmtpStarttlsMissing;
import uk.nhs.estate.check.mail.SmtpSuitesWeak;
import uk.nhs.estate.check.mail.SmtpTlsOld;
import uk.nhs.estate.check.mail.SmtpUnreachable;
import uk.nhs.estate.check.mail.SpfAllowsAll;
import uk.nhs.estate.check.mail.SpfDuplicateTerm;
import uk.nhs.estate.check.mail.SpfExchangesExceeded;
import uk.nhs.estate.check.mail.SpfHasMacros;
import uk.nhs.estate.check.mail.SpfIncludeBroken;
import uk.nhs.estate.check.mail.SpfInternalAddress;
import uk.nhs.estate.check.mail.SpfLookupFails;
import uk.nhs.estate.check.mail.SpfLookupsExceeded;
import uk.nhs.estate.check.mail.SpfLookupsNearLimit;
import uk.nhs.estate.check.mail.SpfLoop;
import uk.nhs.estate.check.mail.SpfMissing;
import uk.nhs.estate.check.mail.SpfNearMiss;
import uk.nhs.estate.check.mail.SpfNestedDomainFree;
import uk.nhs.estate.check.mail.SpfNestedNameMissing;
import uk.nhs.estate.check.mail.SpfNeutral;
import uk.nhs.estate.check.mail.SpfRangeWide;
import uk.nhs.estate.check.mail.SpfRecordLong;
import uk.nhs.estate.check.mail.SpfRedirectBroken;
import uk.nhs.estate.check.mail.SpfRedirectIgnored;
import uk.nhs.estate.check.mail.SpfSenderId;
import uk.nhs.estate.check.mail.SpfSeveral;
import uk.nhs.estate.check.mail.SpfSoftFail;
import uk.nhs.estate.check.mail.SpfSyntaxInvalid;
import uk.nhs.estate.check.mail.SpfTermsAfterAll;
import uk.nhs.estate.check.mail.SpfTypeRetired;
import uk.nhs.estate.check.mail.SpfUsesPtr;
import uk.nhs.estate.check.mail.SpfVoidLookup;
import uk.nhs.estate.check.mail.SpfVoidsExceeded;
import uk.nhs.estate.check.mail.SpfWithoutAll;
import uk.nhs.estate.check.mail.StsContentTypeWrong;
import uk.nhs.estate.check.mail.StsMailServerRefused;
import uk.nhs.estate.check.mail.StsMaxAgeShort;
import uk.nhs.estate.check.mail.StsMissing;
import uk.nhs.estate.check.mail.StsNone;
import uk.nhs.estate.check.mail.StsPolicyMalformed;
import uk.nhs.estate.check.mail.StsPolicyUnavailable;
import uk.nhs.estate.check.mail.StsPolicyUntrusted;
import uk.nhs.estate.check.mail.StsRecordMalformed;
import uk.nhs.estate.check.mail.StsRecordMissing;
import uk.nhs.estate.check.mail.StsServerForbidden;
import uk.nhs.estate.check.mail.StsSeveral;
import uk.nhs.estate.check.mail.StsStopsMail;
import uk.nhs.estate.check.mail.StsTestFails;
import uk.nhs.estate.check.mail.StsTesting;
import uk.nhs.estate.check.mail.TlsRptMalformed;
import uk.nhs.estate.check.mail.TlsRptMissing;
import uk.nhs.estate.check.mail.TlsRptSeveral;
import uk.nhs.estate.check.mail.TlsRptToMailCheck;
import uk.nhs.estate.check.registration.DomainAboutToExpire;
import uk.nhs.estate.check.registration.DomainBeingDeleted;
import uk.nhs.estate.check.registration.DomainDueForRenewal;
import uk.nhs.estate.check.registration.DomainExpired;
import uk.nhs.estate.check.registration.DomainExpiresSoon;
import uk.nhs.estate.check.registration.DomainOnHold;
import uk.nhs.estate.check.registration.ExpiryUnknown;
import uk.nhs.estate.check.registration.TransferLockMissing;
import uk.nhs.estate.check.tls.AddressesDiffer;
import uk.nhs.estate.check.tls.AeadMissing;
import uk.nhs.estate.check.tls.AnswerNotOffered;
import uk.nhs.estate.check.tls.AuthorityAddressNotHttp;
import uk.nhs.estate.check.tls.CcsInjection;
import uk.nhs.estate.check.tls.CertificateAuthorityPrivate;
import uk.nhs.estate.check.tls.CertificateExpired;
import uk.nhs.estate.check.tls.CertificateExpiresSoon;
import uk.nhs.estate.check.tls.CertificateExponentSmall;
import uk.nhs.estate.check.tls.CertificateKeyBreakable;
import uk.nhs.estate.check.tls.CertificateKeyLarge;
import uk.nhs.estate.check.tls.CertificateKeyUsageWrong;
import uk.nhs.estate.check.tls.CertificateKeyWeak;
import uk.nhs.estate.check.tls.CertificateLifetimeLong;
import uk.nhs.estate.check.tls.CertificateLints;
import uk.nhs.estate.check.tls.CertificateNameMismatch;
import uk.nhs.estate.check.tls.CertificateNamesMany;
import uk.nhs.estate.check.tls.CertificateNotForServers;
import uk.nhs.estate.check.tls.CertificateNotYetValid;
import uk.nhs.estate.check.tls.CertificateRevoked;
import uk.nhs.estate.check.tls.CertificateSelfSigned;
import uk.nhs.estate.check.tls.CertificateSentTwice;
import uk.nhs.estate.check.tls.CertificateSignatureWeak;
import uk.nhs.estate.check.tls.CertificateTransparencyMissing;
import uk.nhs.estate.check.tls.CertificateUntrusted;
import uk.nhs.estate.check.tls.CertificateWildcard;
import uk.nhs.estate.check.tls.CertificatesDiffer;
import uk.nhs.estate.check.tls.ChainIncomplete;
import uk.nhs.estate.check.tls.ChainOutOfOrder;
import uk.nhs.estate.check.tls.ClientCertificateRequired;
import uk.nhs.estate.check.tls.CompressionOffered;
import uk.nhs.estate.check.tls.DefaultCertificateDiffers;
import uk.nhs.estate.check.tls.DhGroupBroken;
import uk.nhs.estate.check.tls.DhPrimeBreakable;
import uk.nhs.estate.check.tls.DhPrimeShared;
import uk.nhs.estate.check.tls.DhPrimeShort;
import uk.nhs.estate.check.tls.EarlyDataAllowed;
import uk.nhs.estate.check.tls.ExtendedMasterSecretMissing;
import uk.nhs.estate.check.tls.FallbackScsvMissing;
import uk.nhs.estate.check.tls.ForwardSecrecyMissing;
import uk.nhs.estate.check.tls.GroupsCommonMissing;
import uk.nhs.estate.check.tls.GroupsShort;
import uk.nhs.estate.check.tls.GroupsWeak;
import uk.nhs.estate.check.tls.HandshakeFails;
import uk.nhs.estate.check.tls.HandshakeHashWeak;
import uk.nhs.estate.check.tls.HeartbeatOffered;
import uk.nhs.estate.check.tls.Heartbleed;
import uk.nhs.estate.check.tls.HelloIntolerance;
import uk.nhs.estate.check.tls.Http2Missing;
import uk.nhs.estate.check.tls.IntermediateExpired;
import uk.nhs.estate.check.tls.KeySharesRepeated;
import uk.nhs.estate.check.tls.LeafIsAuthority;
import uk.nhs.estate.check.tls.PostQuantumMissing;
import uk.nhs.estate.check.tls.PostQuantumOnly;
import uk.nhs.estate.check.tls.RenegotiationByClient;
import uk.nhs.estate.check.tls.RenegotiationInsecure;
import uk.nhs.estate.check.tls.ResumptionMissing;
import uk.nhs.estate.check.tls.RevocationAddressMissing;
import uk.nhs.estate.check.tls.Robot;
import uk.nhs.estate.check.tls.RootSent;
import uk.nhs.estate.check.tls.ServerNameWarning;
import uk.nhs.estate.check.tls.StapleInvalid;
import uk.nhs.estate.check.tls.StapleMissing;
import uk.nhs.estate.check.tls.SuitesAnonymous;
import uk.nhs.estate.check.tls.SuitesCbc;
import uk.nhs.estate.check.tls.SuitesCbcInSsl3;
import uk.nhs.estate.check.tls.SuitesCbcInTls10;
import uk.nhs.estate.check.tls.SuitesDes;
import uk.nhs.estate.check.tls.SuitesExport;
import uk.nhs.estate.check.tls.SuitesNull;
import uk.nhs.estate.check.tls.SuitesOrderOfClient;
import uk.nhs.estate.check.tls.SuitesRareCiphers;
import uk.nhs.estate.check.tls.SuitesRc4;
import uk.nhs.estate.check.tls.SuitesSharedSecret;
import uk.nhs.estate.check.tls.SuitesShortBlocks;
import uk.nhs.estate.check.tls.SuitesShortTags;
import uk.nhs.estate.check.tls.SuitesStaticKey;
import uk.nhs.estate.check.tls.TicketLifetimeLong;
import uk.nhs.estate.check.tls.Ticketbleed;
import uk.nhs.estate.check.tls.UnrelatedCertificateSent;
import uk.nhs.estate.check.tls.Version10Offered;
import uk.nhs.estate.check.tls.Version11Offered;
import uk.nhs.estate.check.tls.Version13Missing;
import uk.nhs.estate.check.tls.VersionSsl2Offered;
import uk.nhs.estate.check.tls.VersionSsl3Offered;
import uk.nhs.estate.check.whole.CaaForbidsIssuer;
import uk.nhs.estate.check.whole.HstsLocksVisitorsOut;
import uk.nhs.estate.check.whole.Takeover;
import uk.nhs.estate.observation.certificate.Anchors;
import uk.nhs.estate.register.ClaimableServices;
import uk.nhs.estate.register.KnownLogs;

/// Every check, in one list.
public final class Catalogue {

  /// Made when it is first asked for: who needs only the checks of one topic need not wait for all.
  private static final class Rules {
    private static final List<Rule> ALL =
        all(
                new Policy.Thresholds(
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ZERO,
                    new Policy.DomainExpiry(Duration.ZERO, Duration.ZERO, Duration.ZERO)),
                Known.nothing())
            .stream()
            .map(Check::rule)
            .toList();
  }

  private Catalogue() {}

  /// The checks that count under a policy.
  ///
  /// @param known what the checks know of the world
  public static List<Check> checks(Policy policy, Known known) {
    return all(policy.thresholds(), known).stream()
        .filter(check -> !policy.off().contains(check.rule().id()))
        .toList();
  }

  /// Those that need nothing but a look at TLS.
  public static List<Check.OfTls> ofTls(Policy policy, Anchors roots, KnownLogs logs) {
    return tls(policy.thresholds(), roots, logs).stream()
        .filter(check -> !policy.off().contains(check.rule().id()))
        .toList();
  }

  /// The words of every check, also of those that a policy may leave out.
  public static List<Rule> rules() {
    return Rules.ALL;
  }

  /// The words of one check.
  public static Optional<Rule> rule(String id) {
    return Rules.ALL.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  private static List<Check> all(Policy.Thresholds thresholds, Known known) {
    var roots = known.roots();
    return Stream.of(
            beforeTls(thresholds, roots, known.services()),
            tls(thresholds, roots, known.logs()),
            web(thresholds),
            whole(roots, known))
        .<Check>flatMap(List::stream)
        .toList();
  }

  private static List<Check> beforeTls(
      Policy.Thresholds thresholds, Anchors roots, ClaimableServices services) {
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
        new MxMissing(),
        new MxNullInvalid(),
        new MxIsAlias(),
        new MxIsAddress(),
        new MxWithoutAddress(),
        new MxNamedTwice(),
        new MxWithoutIpv6(),
        new MxReverseMissing(),
        new SpfMissing(),
        new SpfSeveral(),
        new SpfAllowsAll(),
        new SpfNearMiss(),
        new SpfSyntaxInvalid(),
        new SpfNeutral(),
        new SpfSoftFail(),
        new SpfWithoutAll(),
        new SpfRedirectBroken(),
        new SpfIncludeBroken(),
        new SpfLookupsExceeded(),
        new SpfLookupsNearLimit(),
        new SpfVoidsExceeded(),
        new SpfVoidLookup(),
        new SpfExchangesExceeded(),
        new SpfLoop(),
        new SpfLookupFails(),
        new SpfNestedDomainFree(),
        new SpfNestedNameMissing(),
        new SpfRangeWide(),
        new SpfRedirectIgnored(),
        new SpfTermsAfterAll(),
        new SpfDuplicateTerm(),
        new SpfUsesPtr(),
        new SpfInternalAddress(),
        new SpfHasMacros(),
        new SpfRecordLong(),
        new SpfSenderId(),
        new SpfTypeRetired(),
        new DmarcMissing(),
        new DmarcFromPublicSuffix(),
        new DmarcNotRecognised(),
        new DmarcMisplaced(),
        new DmarcSeveral(),
        new DmarcMalformed(),
        new DmarcPolicyMissing(),
        new DmarcPolicyNone(),
        new ParkedSpfMissing(),
        new ParkedDmarcMissing(),
        new ParkedDmarcWeak(),
        new ParkedNullMxMissing(),
        new DkimNotFound(),
        new DkimSelectorMissing(),
        new DkimKeyWeak(),
        new DkimKeyShort(),
        new DkimKeyUnreadable(),
        new DkimKeyRevoked(),
        new DkimTesting(),
        new DkimWithoutSha256(),
        new DkimRecordMalformed(),
        new DkimNotForMail(),
        new DkimSeveralRecords(),
        new DmarcPolicyQuarantine(),
        new DmarcSubdomainPolicyWeak(),
        new DmarcNonexistentPolicyWeak(),
        new DmarcRetiredTags(),
        new DmarcTesting(),
        new DmarcReportAddressMissing(),
        new DmarcReportAddressBroken(),
        new DmarcReportAddressesMany(),
        new DmarcReportUnauthorised(),
        new DmarcReportsToMailCheck(),
        new DmarcTagsUnknown(),
        new DmarcPolicyNotSecond(),
        new DmarcReadingsDiffer(),
        new StsMissing(),
        new StsRecordMissing(),
        new StsSeveral(),
        new StsRecordMalformed(),
        new StsPolicyUnavailable(),
        new StsPolicyUntrusted(),
        new StsPolicyMalformed(),
        new StsContentTypeWrong(),
        new StsStopsMail(),
        new StsServerForbidden(),
        new StsTestFails(),
        new StsTesting(),
        new StsNone(),
        new StsMaxAgeShort(),
        new TlsRptMissing(),
        new TlsRptSeveral(),
        new TlsRptMalformed(),
        new TlsRptToMailCheck(),
        new DaneMissing(),
        new DaneMxUnsigned(),
        new DaneTlsaInsecure(),
        new DaneTlsaUnusable(),
        new DaneTlsaMismatch(),
        new BimiMalformed(),
        new BimiDmarcWeak(),
        new BimiCertificateMissing(),
        new SmtpUnreachable(),
        new SmtpStarttlsMissing(),
        new SmtpStarttlsFails(),
        new SmtpStarttlsInjection(),
        new SmtpTlsOld(),
        new SmtpSuitesWeak(),
        new SmtpCertificateExpired(),
        new SmtpCertificateUntrusted(roots),
        new SmtpCertificateNameMismatch(),
        new SmtpSlow(),
        new StsMailServerRefused(roots),
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
        new Ipv6Missing());
  }

  private static List<Check.OfTls> tls(
      Policy.Thresholds thresholds, Anchors roots, KnownLogs logs) {
    return List.of(
        new CertificateExpired(),
        new CertificateExpiresSoon(thresholds.certificateNotice()),
        new CertificateNotYetValid(),
        new CertificateNameMismatch(),
        new CertificateUntrusted(roots),
        new CertificateAuthorityPrivate(roots),
        new CertificateSelfSigned(roots),
        new CertificateNotForServers(),
        new ChainIncomplete(roots),
        new ChainOutOfOrder(),
        new RootSent(),
        new UnrelatedCertificateSent(),
        new CertificateSentTwice(),
        new IntermediateExpired(),
        new LeafIsAuthority(),
        new CertificateKeyUsageWrong(),
        new CertificateKeyWeak(),
        new CertificateKeyBreakable(),
        new CertificateKeyLarge(),
        new CertificateExponentSmall(),
        new CertificateSignatureWeak(),
        new CertificateLifetimeLong(),
        new StapleMissing(),
        new StapleInvalid(),
        new CertificateRevoked(),
        new CertificateTransparencyMissing(roots, logs),
        new CertificateWildcard(),
        new CertificateNamesMany(),
        new RevocationAddressMissing(),
        new AuthorityAddressNotHttp(),
        new CertificateLints(roots),
        new DefaultCertificateDiffers(),
        new CertificatesDiffer(),
        new HandshakeFails(),
        new Version13Missing(),
        new AddressesDiffer(),
        new VersionSsl2Offered(),
        new VersionSsl3Offered(),
        new Version10Offered(),
        new Version11Offered(),
        new AnswerNotOffered(),
        new SuitesNull(),
        new SuitesAnonymous(),
        new SuitesExport(),
        new SuitesRc4(),
        new SuitesDes(),
        new SuitesShortBlocks(),
        new SuitesRareCiphers(),
        new SuitesCbc(),
        new SuitesCbcInTls10(),
        new SuitesCbcInSsl3(),
        new SuitesShortTags(),
        new SuitesSharedSecret(),
        new SuitesStaticKey(),
        new ForwardSecrecyMissing(),
        new AeadMissing(),
        new SuitesOrderOfClient(),
        new DhPrimeBreakable(),
        new DhPrimeShort(),
        new DhPrimeShared(),
        new DhGroupBroken(),
        new KeySharesRepeated(),
        new GroupsWeak(),
        new GroupsShort(),
        new PostQuantumMissing(),
        new PostQuantumOnly(),
        new GroupsCommonMissing(),
        new RenegotiationInsecure(),
        new RenegotiationByClient(),
        new CompressionOffered(),
        new FallbackScsvMissing(),
        new ExtendedMasterSecretMissing(),
        new HeartbeatOffered(),
        new Heartbleed(),
        new CcsInjection(),
        new Robot(),
        new Ticketbleed(),
        new EarlyDataAllowed(),
        new TicketLifetimeLong(),
        new ResumptionMissing(),
        new Http2Missing(),
        new ClientCertificateRequired(),
        new ServerNameWarning(),
        new HelloIntolerance(),
        new HandshakeHashWeak());
  }

  private static List<Check> web(Policy.Thresholds thresholds) {
    return List.of(
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
        new RedirectSkipsOwnHttps(),
        new RedirectTemporary(),
        new RedirectDowngrades(),
        new RedirectByRefresh(),
        new RedirectLeavesPublicSector(),
        new RedirectChainLong(),
        new RedirectEndless(),
        new RedirectTargetUnusual(),
        new HstsInconsistent(),
        new HstsSubDomainsMissing(),
        new HstsPreloadNotEligible(),
        new HstsOverHttp(),
        new SiblingUnreachable(),
        new SiblingWithoutHttps(),
        new SiblingHstsMissing(),
        new SiblingApart(),
        new AddressFamiliesDiffer());
  }

  private static List<Check> whole(Anchors roots, Known known) {
    return List.of(
        new HstsLocksVisitorsOut(roots),
        new CaaForbidsIssuer(known.issuers()),
        new Takeover(known.services()));
  }
}
