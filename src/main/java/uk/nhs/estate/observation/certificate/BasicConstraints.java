package uk.nhs.estate.observation.certificate;

import org.jspecify.annotations.Nullable;

/// Whether somebody may certify others (RFC 5280 §4.2.1.9).
///
/// @param pathLength how many authorities may follow; none for no limit
public record BasicConstraints(boolean isAuthority, @Nullable Integer pathLength) {

  static BasicConstraints read(Der value) throws MalformedException {
    boolean authority = false;
    Integer length = null;
    var parts = value.sequence();
    for (int at = 0; at < parts.size(); at++) {
      if (at == 0 && parts.getFirst().is(Der.BOOLEAN)) {
        authority = parts.getFirst().flag();
      } else if (at == parts.size() - 1) {
        length = parts.get(at).expect(Der.INTEGER).small();
      } else {
        throw new MalformedException("it has a part too many");
      }
    }
    return new BasicConstraints(authority, length);
  }
}
