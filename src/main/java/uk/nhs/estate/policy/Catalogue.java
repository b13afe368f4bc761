package uk.nhs.estate.policy;

import java.security.cert.TrustAnchor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.address.Ipv6Missing;
import uk.nhs.estate.check.address.PrivateAddressPublished;
import uk.nhs.estate.check.address.SiteDoesNotResolve;
import uk.nhs.estate.check.dns.CaaMissing;
import uk.nhs.estate.check.dns.NameDoesNotExist;
import uk.nhs.estate.check.dns.NameServerWithoutAddress;
import uk.nhs.estate.check.dns.SingleNameServer;
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
import uk.nhs.estate.check.mail.SpfAllowsAll;
import uk.nhs.estate.check.mail.SpfMissing;
import uk.nhs.estate.check.mail.SpfSeveral;
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
import uk.nhs.estate.check.whole.HstsLocksVisitorsOut;

/// Every check, in one list.
public final class Catalogue {

  private static final List<Rule> RULES =
      all(
              new Policy.Thresholds(
                  Duration.ZERO,
                  Duration.ZERO,
                  new Policy.DomainExpiry(Duration.ZERO, Duration.ZERO, Duration.ZERO)),
              Set.of())
          .stream()
          .map(Check::rule)
          .toList();

  private Catalogue() {}

  /// The checks that count under a policy.
  ///
  /// @param anchors the certification authorities that browsers trust
  public static List<Check> checks(Policy policy, Set<TrustAnchor> anchors) {
    return all(policy.thresholds(), anchors).stream()
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

  private static List<Check> all(Policy.Thresholds thresholds, Set<TrustAnchor> anchors) {
    var expiry = thresholds.domainExpiry();
    return List.of(
        new NameDoesNotExist(),
        new SingleNameServer(),
        new NameServerWithoutAddress(),
        new CaaMissing(),
        new SpfMissing(),
        new SpfSeveral(),
        new SpfAllowsAll(),
        new DmarcMissing(),
        new DmarcPolicyNone(),
        new DomainExpired(),
        new DomainAboutToExpire(expiry.aboutTo()),
        new DomainExpiresSoon(expiry.soon(), expiry.aboutTo()),
        new DomainDueForRenewal(expiry.dueForRenewal(), expiry.soon()),
        new ExpiryUnknown(),
        new DomainOnHold(),
        new DomainBeingDeleted(),
        new TransferLockMissing(),
        new SiteDoesNotResolve(),
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
        new HstsLocksVisitorsOut(anchors));
  }
}
