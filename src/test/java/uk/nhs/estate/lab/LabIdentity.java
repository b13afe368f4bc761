package uk.nhs.estate.lab;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A key and the certificates that go with it, of any kind that there is.
///
/// @param chain DER, the leaf first
public record LabIdentity(Kind kind, PrivateKey key, List<byte[]> chain) {
  /// The name in every certificate of the lab.
  public static final String HOST = "www.lab.test";

  private static final Provider PROVIDER = new BouncyCastleProvider();
  private static final Map<Kind, LabIdentity> MADE = new EnumMap<>(Kind.class);
  private static final int YEAR = 365;

  /// What a key is, the scheme that certificates are signed with by it, and the schemes that it
  /// proves itself with (RFC 8446 §4.2.3), the best first.
  public enum Kind {
    RSA_1024("1024", "SHA256withRSA", 0x0804, 0x0805, 0x0401, 0x0501, 0x0601, 0x0201),
    RSA_2048("2048", "SHA256withRSA", 0x0804, 0x0805, 0x0806, 0x0401, 0x0501, 0x0601, 0x0201),
    DSA_1024("1024", "SHA256withDSA", 0x0402, 0x0202),
    P224("secp224r1", "SHA256withECDSA", 0x0403, 0x0503, 0x0603, 0x0203),
    P256("secp256r1", "SHA256withECDSA", 0x0403, 0x0503, 0x0603, 0x0203),
    P384("secp384r1", "SHA384withECDSA", 0x0503, 0x0403, 0x0603, 0x0203),
    P521("secp521r1", "SHA512withECDSA", 0x0603, 0x0403, 0x0503, 0x0203),
    ED25519("", "Ed25519", 0x0807),
    ED448("", "Ed448", 0x0808);

    private final String size;
    private final String signature;
    private final List<Integer> schemes;

    Kind(String size, String signature, Integer... schemes) {
      this.size = size;
      this.signature = signature;
      this.schemes = List.of(schemes);
    }

    List<Integer> schemes() {
      return schemes;
    }

    boolean isRsa() {
      return this == RSA_1024 || this == RSA_2048;
    }

    boolean isDsa() {
      return this == DSA_1024;
    }

    /// Of the suites named after ECDSA (RFC 8422 §5.3).
    boolean isElliptic() {
      return !isRsa() && !isDsa();
    }

    /// Without a place before TLS 1.2.
    boolean isEdwards() {
      return size.isEmpty();
    }

    KeyPair keys() throws GeneralSecurityException {
      if (!isElliptic()) {
        var generator = KeyPairGenerator.getInstance(isRsa() ? "RSA" : "DSA");
        generator.initialize(Integer.parseInt(size));
        return generator.generateKeyPair();
      }
      if (isEdwards()) {
        return KeyPairGenerator.getInstance(signature, PROVIDER).generateKeyPair();
      }
      var generator = KeyPairGenerator.getInstance("EC", PROVIDER);
      generator.initialize(new ECGenParameterSpec(size));
      return generator.generateKeyPair();
    }
  }

  public LabIdentity {
    chain = List.copyOf(chain);
  }

  /// A self-signed one for [#HOST], made once.
  public static LabIdentity of(Kind kind) {
    synchronized (MADE) {
      return MADE.computeIfAbsent(kind, it -> named(it, HOST));
    }
  }

  /// A self-signed one for these names.
  public static LabIdentity named(Kind kind, String... names) {
    try {
      var keys = kind.keys();
      var subject = new X500Name("CN=" + names[0]);
      var now = Instant.now();
      var alternatives = new GeneralName[names.length];
      for (int i = 0; i < names.length; i++) {
        alternatives[i] = new GeneralName(GeneralName.dNSName, names[i]);
      }
      var certificate =
          new JcaX509v3CertificateBuilder(
                  subject,
                  BigInteger.valueOf(now.toEpochMilli()),
                  Date.from(now.minus(Duration.ofDays(1))),
                  Date.from(now.plus(Duration.ofDays(YEAR))),
                  subject,
                  keys.getPublic())
              .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(alternatives))
              .build(
                  new JcaContentSignerBuilder(kind.signature)
                      .setProvider(PROVIDER)
                      .build(keys.getPrivate()));
      return new LabIdentity(kind, keys.getPrivate(), List.of(certificate.getEncoded()));
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The same with more certificates after its own.
  public LabIdentity followedBy(List<byte[]> others) {
    return new LabIdentity(kind, key, Stream.concat(chain.stream(), others.stream()).toList());
  }
}
