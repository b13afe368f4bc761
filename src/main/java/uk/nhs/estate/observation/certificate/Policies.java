package uk.nhs.estate.observation.certificate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Under which policies a certificate was issued, and what it asks of policies below it (RFC 5280
/// §4.2.1.4, §4.2.1.5, §4.2.1.11, §4.2.1.14).
///
/// @param ids the policies; none when the certificate is silent on them
/// @param mappings which policies of others count as which of its own
/// @param requireExplicit after how many certificates there must be a policy; none for never
/// @param inhibitMapping after how many certificates mappings no longer count; none for never
/// @param inhibitAny after how many certificates "any policy" no longer counts; none for never
public record Policies(
    @Nullable Set<String> ids,
    List<Mapping> mappings,
    @Nullable Integer requireExplicit,
    @Nullable Integer inhibitMapping,
    @Nullable Integer inhibitAny) {

  public static final String ANY = "2.5.29.32.0";

  /// More than any certificate in use has.
  private static final int MOST = 256;

  /// One policy of the issuer, and what others call the same.
  public record Mapping(String issuers, String subjects) {}

  /// After how many certificates there must be a policy, and mappings no longer count.
  record Constraints(@Nullable Integer requireExplicit, @Nullable Integer inhibitMapping) {
    static final Constraints NONE = new Constraints(null, null);

    static Constraints read(Der value) throws MalformedException {
      Integer require = null;
      Integer inhibit = null;
      for (var part : Extension.parts(value)) {
        switch (part.mark()) {
          case 0 -> require = part.small();
          case 1 -> inhibit = part.small();
          default -> throw new MalformedException("it has a part that is not known");
        }
      }
      return new Constraints(require, inhibit);
    }
  }

  static Set<String> readIds(Der value) throws MalformedException {
    var ids = new LinkedHashSet<String>();
    for (var policy : bounded(Extension.parts(value))) {
      if (!ids.add(Extension.parts(policy).getFirst().identifier())) {
        throw new MalformedException("it names a policy twice");
      }
    }
    return ids;
  }

  static List<Mapping> readMappings(Der value) throws MalformedException {
    var mappings = new ArrayList<Mapping>();
    for (var mapping : bounded(Extension.parts(value))) {
      var both = mapping.sequence();
      if (both.size() != 2) {
        throw new MalformedException("it maps not one policy to one other");
      }
      mappings.add(new Mapping(both.getFirst().identifier(), both.getLast().identifier()));
    }
    return mappings;
  }

  private static List<Der> bounded(List<Der> parts) throws MalformedException {
    if (parts.size() > MOST) {
      throw new MalformedException("it lists more than " + MOST + " policies");
    }
    return parts;
  }
}
