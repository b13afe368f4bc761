package uk.nhs.estate.observation.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/// A sound certificate to be spoilt in one thing.
final class Draft {
  static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  static final String HOST = "www.trust.test";

  /// Knows all algorithms.
  private static final Provider PROVIDER = new BouncyCastleProvider();

  private static final AtomicInteger SERIAL = new AtomicInteger(1000);

  private final KeyPair keys;
  private final @Nullable Made issuer;
  private final Map<String, Extra> extras = new LinkedHashMap<>();
  private X500Name subject;
  private @Nullable X500Name issuerName;
  private BigInteger serial = BigInteger.valueOf(SERIAL.incrementAndGet());
  private Instant from = NOW.minus(Duration.ofDays(30));
  private Instant until = NOW.plus(Duration.ofDays(60));
  private String algorithm;

  private record Extra(boolean critical, byte[] value) {}

  /// A certificate, and the key that belongs to it.
  record Made(Certificate certificate, X500Name subject, KeyPair keys) {
    /// An authority below it.
    Draft authority(String name) {
      return Draft.authority(name, this, Draft.keys("EC", 256));
    }

    Draft site() {
      return Draft.site(HOST, this);
    }
  }

  private Draft(String name, @Nullable Made issuer, KeyPair keys) {
    this.subject = new X500Name("CN=" + name);
    this.issuer = issuer;
    this.keys = keys;
    var signer = issuer == null ? keys : issuer.keys();
    this.algorithm =
        switch (signer.getPrivate().getAlgorithm()) {
          case "EC" -> "SHA256withECDSA";
          case "RSA" -> "SHA256withRSA";
          case "EdDSA" -> "Ed25519";
          case String its -> its;
        };
    try {
      var ids = new JcaX509ExtensionUtils();
      with(
          Extension.AUTHORITY_KEY_IDENTIFIER,
          false,
          ids.createAuthorityKeyIdentifier(signer.getPublic()));
      with(
          Extension.SUBJECT_KEY_IDENTIFIER,
          false,
          ids.createSubjectKeyIdentifier(keys.getPublic()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static Draft root(String name) {
    return authority(name, null, keys("EC", 256));
  }

  static Draft authority(String name, @Nullable Made issuer, KeyPair keys) {
    return new Draft(name, issuer, keys)
        .with(
            Extension.BASIC_CONSTRAINTS, true, new org.bouncycastle.asn1.x509.BasicConstraints(true))
        .with(Extension.KEY_USAGE, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
  }

  static Draft site(String host, @Nullable Made issuer) {
    return site(host, issuer, keys("EC", 256));
  }

  static Draft site(String host, @Nullable Made issuer, KeyPair keys) {
    return new Draft(host, issuer, keys)
        .with(Extension.KEY_USAGE, true, new KeyUsage(KeyUsage.digitalSignature))
        .purposes(KeyPurposeId.id_kp_serverAuth)
        .names(new GeneralName(GeneralName.dNSName, host));
  }

  static KeyPair keys(String algorithm, int bits) {
    try {
      var generator = KeyPairGenerator.getInstance(algorithm);
      if (bits > 0) {
        generator.initialize(bits);
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  Draft with(String id, boolean critical, ASN1Encodable value) {
    try {
      return with(id, critical, value.toASN1Primitive().getEncoded("DER"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  Draft with(String id, boolean critical, byte[] value) {
    extras.put(id, new Extra(critical, value));
    return this;
  }

  Draft without(String id) {
    extras.remove(id);
    return this;
  }

  /// The same extension with another flag.
  Draft critical(String id, boolean critical) {
    return with(id, critical, Objects.requireNonNull(extras.get(id)).value());
  }

  Draft names(GeneralName... names) {
    return with(Extension.ALTERNATIVE_NAMES, false, new GeneralNames(names));
  }

  Draft dnsNames(String... names) {
    var all = new ArrayList<GeneralName>();
    for (var name : names) {
      all.add(new GeneralName(GeneralName.dNSName, name));
    }
    return names(all.toArray(GeneralName[]::new));
  }

  Draft purposes(KeyPurposeId... purposes) {
    return with(
        Extension.EXTENDED_KEY_USAGE,
        false,
        new ExtendedKeyUsage(purposes));
  }

  Draft uses(int bits) {
    return with(Extension.KEY_USAGE, true, new KeyUsage(bits));
  }

  Draft pathLength(int most) {
    return with(
        Extension.BASIC_CONSTRAINTS, true, new org.bouncycastle.asn1.x509.BasicConstraints(most));
  }

  Draft subject(String name) {
    subject = new X500Name(name);
    return this;
  }

  /// Another name than its issuer has.
  Draft issuer(String name) {
    issuerName = new X500Name(name);
    return this;
  }

  Draft serial(BigInteger number) {
    serial = number;
    return this;
  }

  Draft from(Instant start) {
    from = start;
    return this;
  }

  Draft until(Instant end) {
    until = end;
    return this;
  }

  Draft algorithm(String name) {
    algorithm = name;
    return this;
  }

  Made made() {
    return new Made((Certificate) Sent.read(der()), subject, keys);
  }

  Certificate certificate() {
    return made().certificate();
  }

  byte[] der() {
    try {
      var builder =
          new JcaX509v3CertificateBuilder(
              issuerName != null ? issuerName : issuer == null ? subject : issuer.subject(),
              serial,
              Date.from(from),
              Date.from(until),
              subject,
              keys.getPublic());
      for (var extra : extras.entrySet()) {
        builder.addExtension(
            new ASN1ObjectIdentifier(extra.getKey()),
            extra.getValue().critical(),
            extra.getValue().value());
      }
      var signer = (issuer == null ? keys : issuer.keys()).getPrivate();
      return builder
          .build(new JcaContentSignerBuilder(algorithm).setProvider(PROVIDER).build(signer))
          .getEncoded();
    } catch (IOException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The question whether a site's certificate leads to a root by way of others.
  static Chain chain(Made root, Made... fromLeafUp) {
    return chain(Anchors.of(List.of(root.certificate())), fromLeafUp);
  }

  static Chain chain(Anchors anchors, Made... fromLeafUp) {
    var all = List.of(fromLeafUp).stream().map(Made::certificate).toList();
    return Chain.ofServer(all.getFirst(), all.subList(1, all.size()), anchors, NOW);
  }

  /// The same question, asked more strictly.
  static Chain as(Profile profile, Chain chain) {
    return new Chain(
        chain.leaf(),
        chain.sent(),
        chain.anchors(),
        chain.at(),
        profile,
        chain.name(),
        chain.purpose(),
        chain.mostIntermediates(),
        chain.revocations());
  }
}
