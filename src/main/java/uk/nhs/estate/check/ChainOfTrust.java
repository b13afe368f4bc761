package uk.nhs.estate.check;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;

/// Judges whether a chain of certificates, as a server sent it, leads to a trusted authority (RFC
/// 5280 §6).
public record ChainOfTrust(List<X509Certificate> chain, Set<TrustAnchor> anchors) {

  /// More than any honest chain has, and few enough to be tried in every order.
  private static final int MOST_CERTIFICATES = 10;

  private static final int MOST_INTERMEDIATES = 4;

  private static final Set<String> FOR_SERVERS = Set.of("1.3.6.1.5.5.7.3.1", "2.5.29.37.0");

  public ChainOfTrust {
    chain = List.copyOf(chain.subList(0, Math.min(chain.size(), MOST_CERTIFICATES)));
  }

  /// Whether it is trusted; the leaf's own dates are not looked at.
  public Verdict judge(Instant seenAt) {
    var date = Date.from(within(seenAt));
    if (anchors.isEmpty()) {
      return new Verdict.Fail("", explain(date));
    }
    try {
      var target = new X509CertSelector();
      target.setCertificate(leaf());
      var parameters = new PKIXBuilderParameters(anchors, target);
      parameters.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
      parameters.setRevocationEnabled(false);
      parameters.setMaxPathLength(MOST_INTERMEDIATES);
      parameters.setDate(date);
      CertPathBuilder.getInstance("PKIX").build(parameters);
      return Verdict.passIf(isForServers(), "it is not issued for servers");
    } catch (CertPathBuilderException _) {
      return new Verdict.Fail("", explain(date));
    } catch (UnsupportedOperationException _) {
      return Verdict.Unknown.lasting("its chain constrains names of a kind that cannot be judged");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has PKIX", e);
    }
  }

  private X509Certificate leaf() {
    return chain.getFirst();
  }

  /// The moment itself, or the one next to it at which the leaf counts.
  private Instant within(Instant moment) {
    var start = leaf().getNotBefore().toInstant();
    var end = leaf().getNotAfter().toInstant();
    return moment.isBefore(start) ? start : moment.isAfter(end) ? end : moment;
  }

  private boolean isForServers() {
    try {
      var uses = leaf().getExtendedKeyUsage();
      return uses == null || uses.stream().anyMatch(FOR_SERVERS::contains);
    } catch (CertificateParsingException _) {
      return false;
    }
  }

  /// Goes from issuer to issuer, to say where the chain breaks.
  private String explain(Date date) {
    if (isSignedBy(leaf(), leaf())) {
      return "it is self-signed";
    }
    var path = new ArrayList<X509Certificate>();
    var last = leaf();
    while (!path.contains(last)) {
      path.add(last);
      var signed = last;
      var name = last.getIssuerX500Principal();
      var trusted = trusted(name).filter(issuer -> isSignedBy(signed, issuer)).findFirst();
      if (trusted.isPresent()) {
        return explain(path, trusted.get(), date);
      }
      var named = chain.stream().filter(one -> one.getSubjectX500Principal().equals(name)).toList();
      var issuer = named.stream().filter(one -> isSignedBy(signed, one)).findFirst();
      if (issuer.isEmpty()) {
        return named.isEmpty() && trusted(name).findAny().isEmpty()
            ? "it is incomplete: the certificate of “" + name + "” is neither sent nor trusted"
            : "the signature of “" + name + "” on it is wrong";
      }
      if (isSignedBy(issuer.get(), issuer.get())) {
        return "its root, “" + name + "”, is not trusted";
      }
      last = issuer.get();
    }
    return "its certificates sign each other in a circle";
  }

  /// The platform's reason why a path with sound signatures is none.
  private static String explain(List<X509Certificate> path, X509Certificate root, Date date) {
    try {
      var parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
      parameters.setRevocationEnabled(false);
      parameters.setDate(date);
      CertPathValidator.getInstance("PKIX")
          .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
      return "its chain is longer than " + MOST_INTERMEDIATES + " intermediate certificates";
    } catch (CertPathValidatorException e) {
      var at = e.getIndex() < 0 ? path.getFirst() : path.get(e.getIndex());
      return "“%s” is no link of a chain: %s"
          .formatted(
              at.getSubjectX500Principal(),
              e.getReason().toString().toLowerCase(Locale.ROOT).replace('_', ' '));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has PKIX", e);
    }
  }

  private Stream<X509Certificate> trusted(X500Principal name) {
    return anchors.stream()
        .map(TrustAnchor::getTrustedCert)
        .filter(Objects::nonNull)
        .filter(anchor -> anchor.getSubjectX500Principal().equals(name));
  }

  private static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
    if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
      return false;
    }
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      return false;
    }
  }
}
