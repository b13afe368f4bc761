package uk.nhs.estate.probe.tls;

import java.security.GeneralSecurityException;
import java.security.spec.NamedParameterSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Our halves of agreeing on secrets, by group, made when they are first wanted and kept for the
/// life of a look: what is learnt does not need a new one for every handshake, and each costs.
public final class KeyHalves {
  static final int SECP256R1 = 0x0017;
  static final int SECP384R1 = 0x0018;
  static final int SECP521R1 = 0x0019;
  static final int X25519 = 0x001d;
  static final int X448 = 0x001e;
  static final int SECP256R1_MLKEM768 = 0x11eb;
  static final int X25519_MLKEM768 = 0x11ec;
  static final int SECP384R1_MLKEM1024 = 0x11ed;

  /// The groups that we can agree in, as we like them.
  static final List<Integer> GROUPS =
      List.of(
          X25519_MLKEM768,
          X25519,
          SECP256R1,
          SECP384R1,
          SECP521R1,
          X448,
          SECP256R1_MLKEM768,
          SECP384R1_MLKEM1024,
          0x0100,
          0x0101,
          0x0102,
          0x0103,
          0x0104);

  private final Map<Integer, KeyHalf> made = new LinkedHashMap<>();

  /// Our half in one of the [#GROUPS].
  synchronized KeyHalf in(int group) {
    var known = made.get(group);
    if (known != null) {
      return known;
    }
    try {
      var half = create(group);
      made.put(group, half);
      return half;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has these groups", e);
    }
  }

  private KeyHalf create(int group) throws GeneralSecurityException {
    return switch (group) {
      case SECP256R1 -> KeyHalf.Weierstrass.create("secp256r1", 32);
      case SECP384R1 -> KeyHalf.Weierstrass.create("secp384r1", 48);
      case SECP521R1 -> KeyHalf.Weierstrass.create("secp521r1", 66);
      case X25519 -> KeyHalf.Montgomery.create(NamedParameterSpec.X25519, 32);
      case X448 -> KeyHalf.Montgomery.create(NamedParameterSpec.X448, 56);
      case X25519_MLKEM768 -> new KeyHalf.Hybrid(mlKem768(), in(X25519));
      case SECP256R1_MLKEM768 -> new KeyHalf.Hybrid(in(SECP256R1), mlKem768());
      case SECP384R1_MLKEM1024 ->
          new KeyHalf.Hybrid(
              in(SECP384R1),
              KeyHalf.Encapsulated.create(NamedParameterSpec.ML_KEM_1024, 1568, 1568));
      case 0x0100 -> KeyHalf.Modular.create(2048, 560316);
      case 0x0101 -> KeyHalf.Modular.create(3072, 2625351);
      case 0x0102 -> KeyHalf.Modular.create(4096, 5736041);
      case 0x0103 -> KeyHalf.Modular.create(6144, 15705020);
      case 0x0104 -> KeyHalf.Modular.create(8192, 10965728);
      default -> throw new IllegalArgumentException("group 0x%04x".formatted(group));
    };
  }

  private static KeyHalf mlKem768() throws GeneralSecurityException {
    return KeyHalf.Encapsulated.create(NamedParameterSpec.ML_KEM_768, 1184, 1088);
  }
}
