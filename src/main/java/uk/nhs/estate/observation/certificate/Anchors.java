package uk.nhs.estate.observation.certificate;

import java.security.cert.CertificateEncodingException;
import java.security.cert.TrustAnchor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The roots that are trusted.
public final class Anchors {
  private final Map<DistinguishedName, List<Certificate>> bySubject = new LinkedHashMap<>();
  private final Set<Certificate> all;

  private Anchors(Collection<Certificate> roots) {
    all = new HashSet<>(roots);
    for (var root : roots) {
      bySubject.computeIfAbsent(root.subject(), _ -> new ArrayList<>(1)).add(root);
    }
  }

  public static Anchors of(Collection<Certificate> roots) {
    return new Anchors(roots);
  }

  /// Those of the Java platform's kind that are certificates.
  public static Anchors ofPlatform(Collection<TrustAnchor> anchors) {
    var ders = new ArrayList<byte[]>();
    for (var anchor : anchors) {
      var root = anchor.getTrustedCert();
      if (root != null) {
        try {
          ders.add(root.getEncoded());
        } catch (CertificateEncodingException e) {
          throw new IllegalStateException("what was read can be written", e);
        }
      }
    }
    return new Anchors(Sent.readable(ders));
  }

  /// Those that bear a name.
  List<Certificate> named(DistinguishedName subject) {
    return bySubject.getOrDefault(subject, List.of());
  }

  boolean contains(Certificate certificate) {
    return all.contains(certificate);
  }
}
