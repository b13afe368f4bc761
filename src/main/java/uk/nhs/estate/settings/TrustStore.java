package uk.nhs.estate.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.Refusal;

/// The root certificates that sites' certificates are held against.
public final class TrustStore {
  private TrustStore() {}

  /// Reads a PEM file; without one, the roots of the Java platform.
  ///
  /// @throws Refusal when the file cannot be read or holds no certificate
  public static Set<TrustAnchor> read(@Nullable String pemFile) {
    return pemFile == null ? platform() : read("trust-store", pemFile);
  }

  /// Reads a PEM file.
  ///
  /// @param setting what names the file, for the refusal
  /// @throws Refusal when the file cannot be read or holds no certificate
  public static Set<TrustAnchor> read(String setting, String pemFile) {
    try (InputStream in = Files.newInputStream(Path.of(pemFile))) {
      var anchors = new LinkedHashSet<TrustAnchor>();
      for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        anchors.add(new TrustAnchor((X509Certificate) certificate, null));
      }
      if (anchors.isEmpty()) {
        throw new Refusal(setting, setting + " " + pemFile + " holds no certificate");
      }
      return anchors;
    } catch (NoSuchFileException _) {
      throw new Refusal(setting, setting + " " + pemFile + " does not exist");
    } catch (IOException | GeneralSecurityException | InvalidPathException e) {
      throw new Refusal(setting, setting + " " + pemFile + " cannot be read: " + e.getMessage());
    }
  }

  private static Set<TrustAnchor> platform() {
    try {
      var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      var anchors = new LinkedHashSet<TrustAnchor>();
      for (var manager : factory.getTrustManagers()) {
        if (manager instanceof X509TrustManager x509) {
          Arrays.stream(x509.getAcceptedIssuers())
              .forEach(root -> anchors.add(new TrustAnchor(root, null)));
        }
      }
      return anchors;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has trusted roots", e);
    }
  }
}
