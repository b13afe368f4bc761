package uk.nhs.estate.observation.certificate;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A list of certificates that their issuer has taken back (RFC 5280 §5).
///
/// @param version 1 or 2
/// @param nextUpdate when there is to be a newer one; none when it does not say so
/// @param hasOddEntries whether entries have critical extensions, which change what the list means
record RevocationList(
    int version,
    DistinguishedName issuer,
    Instant thisUpdate,
    @Nullable Instant nextUpdate,
    Set<BigInteger> serials,
    boolean hasOddEntries,
    List<Extension> extensions,
    Octets signed,
    SignatureAlgorithm algorithm,
    Octets signature) {

  static RevocationList read(Octets der) throws MalformedException {
    var outer = Der.of(der).sequence();
    if (outer.size() != 3) {
      throw new MalformedException("it does not consist of three parts");
    }
    var parts = outer.getFirst().sequence();
    var fields = new Fields(parts);
    int version = fields.nextIs(Der.INTEGER) ? fields.next().small() + 1 : 1;
    fields.next().expect(Der.SEQUENCE);
    var issuer = DistinguishedName.read(fields.next());
    var thisUpdate = fields.next().time();
    var nextUpdate =
        fields.nextIs(Der.UTC_TIME) || fields.nextIs(Der.GENERALIZED_TIME)
            ? fields.next().time()
            : null;
    var serials = new HashSet<BigInteger>();
    boolean odd = false;
    if (fields.nextIs(Der.SEQUENCE)) {
      for (var entry : fields.next().sequence()) {
        var its = Extension.parts(entry);
        serials.add(its.getFirst().integer());
        odd |= its.size() > 2 && extensions(its.getLast()).stream().anyMatch(Extension::critical);
      }
    }
    var extensions =
        fields.nextIs(Der.marked(0, true))
            ? extensions(fields.next().only())
            : List.<Extension>of();
    return new RevocationList(
        version,
        issuer,
        thisUpdate,
        nextUpdate,
        serials,
        odd,
        extensions,
        outer.getFirst().whole(),
        SignatureAlgorithm.read(outer.get(1)),
        outer.getLast().wholeBits());
  }

  private static List<Extension> extensions(Der list) throws MalformedException {
    var extensions = new ArrayList<Extension>();
    for (var extension : Extension.parts(list)) {
      extensions.add(Extension.read(extension));
    }
    return extensions;
  }
}
