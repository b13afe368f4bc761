package uk.nhs.estate.probe.tls;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import org.jspecify.annotations.Nullable;

/// Whether a server has proved that the key of its certificate is its own.
public enum Proof {
  RIGHT,
  WRONG,
  /// The signature is one that the Java platform cannot verify, or there was none to make.
  UNKNOWN;

  /// Verifies a signature.
  ///
  /// @param scheme of RFC 8446 §4.2.3; none in TLS 1.1 and before, where the key tells (RFC 4346
  ///     §7.4.3)
  static Proof of(PublicKey key, @Nullable Integer scheme, byte[] signed, byte[] signature) {
    try {
      var verifier = scheme == null ? old(key) : of(scheme);
      if (verifier == null) {
        return UNKNOWN;
      }
      verifier.initVerify(key);
      verifier.update(
          scheme == null && key.getAlgorithm().equals("RSA") ? Digest.MD5_SHA1.of(signed) : signed);
      return verifier.verify(signature) ? RIGHT : WRONG;
    } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException _) {
      return UNKNOWN;
    } catch (GeneralSecurityException _) {
      return WRONG; // such as a signature of another form or a key of another kind
    }
  }

  private static @Nullable Signature old(PublicKey key) throws NoSuchAlgorithmException {
    return switch (key.getAlgorithm()) {
      case "RSA" -> Signature.getInstance("NONEwithRSA");
      case "EC" -> Signature.getInstance("SHA1withECDSA");
      default -> null;
    };
  }

  private static @Nullable Signature of(int scheme) throws GeneralSecurityException {
    return switch (scheme) {
      case 0x0201 -> Signature.getInstance("SHA1withRSA");
      case 0x0301 -> Signature.getInstance("SHA224withRSA");
      case 0x0401 -> Signature.getInstance("SHA256withRSA");
      case 0x0501 -> Signature.getInstance("SHA384withRSA");
      case 0x0601 -> Signature.getInstance("SHA512withRSA");
      case 0x0203 -> Signature.getInstance("SHA1withECDSA");
      case 0x0303 -> Signature.getInstance("SHA224withECDSA");
      case 0x0403 -> Signature.getInstance("SHA256withECDSA");
      case 0x0503 -> Signature.getInstance("SHA384withECDSA");
      case 0x0603 -> Signature.getInstance("SHA512withECDSA");
      case 0x0804, 0x0809 -> pss("SHA-256", 32);
      case 0x0805, 0x080a -> pss("SHA-384", 48);
      case 0x0806, 0x080b -> pss("SHA-512", 64);
      case 0x0807 -> Signature.getInstance("Ed25519");
      case 0x0808 -> Signature.getInstance("Ed448");
      default -> null;
    };
  }

  private static Signature pss(String hash, int salt) throws GeneralSecurityException {
    var signature = Signature.getInstance("RSASSA-PSS");
    signature.setParameter(
        new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), salt, 1));
    return signature;
  }
}
