package uk.nhs.estate.register;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The logs of certificate transparency (RFC 6962) and the keys that they sign with, from a dated
/// list. Who is not on it is unknown, never at fault.
///
/// @param byId the logs by their identifiers, in lower-case hexadecimal digits
public record KnownLogs(Map<String, Entry> byId) {

  public KnownLogs {
    byId = Map.copyOf(byId);
  }

  /// What browsers think of a log.
  public enum State {
    USABLE,
    QUALIFIED,
    READ_ONLY,
    RETIRED
  }

  /// One line of the list.
  ///
  /// @param key a SubjectPublicKeyInfo in Base64
  public record Entry(String name, String operator, State state, String key) {

    /// The key, DER.
    public byte[] keyOctets() {
      return Base64.getDecoder().decode(key);
    }
  }

  /// @throws Refusal if the list has a log twice, or a key is no Base64
  public static KnownLogs of(List<Entry> entries) {
    var logs = new HashMap<String, Entry>();
    for (var entry : entries) {
      try {
        if (logs.put(id(entry.keyOctets()), entry) != null) {
          throw refusal(entry, "is twice on the list of logs");
        }
      } catch (IllegalArgumentException _) {
        throw refusal(entry, "has a key that is not written in Base64");
      }
    }
    return new KnownLogs(logs);
  }

  private static Refusal refusal(Entry entry, String why) {
    return new Refusal("ct-logs", Refusal.quote(entry.name()) + " " + why + ".");
  }

  /// The log with an identifier.
  public Optional<Entry> find(byte[] id) {
    return Optional.ofNullable(byId.get(HexFormat.of().formatHex(id)));
  }

  /// The digest of its key (RFC 6962 §3.2).
  private static String id(byte[] key) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
