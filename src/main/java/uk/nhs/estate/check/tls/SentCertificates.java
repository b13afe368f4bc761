package uk.nhs.estate.check.tls;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import uk.nhs.estate.observation.certificate.Certificate;

/// How the certificates that a server sends hang together, by what they say of each other; whether
/// their signatures are right is another matter.
///
/// @param sent as they were sent, the leaf first
record SentCertificates(List<Certificate> sent) {

  /// Those that lead from the leaf upwards, itself included.
  Set<Certificate> related() {
    var related = new LinkedHashSet<>(List.of(sent.getFirst()));
    var next = new ArrayList<>(related);
    while (!next.isEmpty()) {
      var one = next.removeLast();
      sent.stream()
          .filter(issuer -> certifies(issuer, one))
          .filter(related::add)
          .forEach(next::add);
    }
    return related;
  }

  /// Those that lead nowhere from the leaf.
  List<Certificate> unrelated() {
    var related = related();
    return sent.stream().distinct().filter(its -> !related.contains(its)).toList();
  }

  /// Those that stand in more than one place.
  List<Certificate> repeated() {
    return IntStream.range(0, sent.size())
        .filter(at -> sent.indexOf(sent.get(at)) < at)
        .mapToObj(sent::get)
        .distinct()
        .toList();
  }

  /// Those that come before everything that they certify. Two that certify the same one, as there
  /// are while a root is new, may come in any order.
  List<Certificate> tooEarly() {
    var related = related();
    var inOrder = sent.stream().distinct().filter(related::contains).toList();
    return IntStream.range(1, inOrder.size())
        .filter(
            at ->
                inOrder.subList(0, at).stream()
                    .noneMatch(before -> certifies(inOrder.get(at), before)))
        .mapToObj(inOrder::get)
        .toList();
  }

  /// Those that vouch for themselves, and for the leaf.
  List<Certificate> roots() {
    return related().stream()
        .skip(1)
        .filter(its -> its.isSelfIssued() && certifies(its, its))
        .toList();
  }

  /// Whether all that was sent of an issuer is of another of its keys, such as an older one.
  boolean hasIssuerOfAnotherKey(Certificate one) {
    var named = sent.stream().filter(its -> its.subject().equals(one.issuer())).toList();
    return !named.isEmpty() && named.stream().noneMatch(its -> certifies(its, one));
  }

  /// Whether one may have issued another: by its name, and by its key where both name one.
  private static boolean certifies(Certificate issuer, Certificate other) {
    return issuer.subject().equals(other.issuer())
        && other
            .authorityKey()
            .map(key -> key.identifier())
            .flatMap(named -> issuer.subjectKey().map(named::equals))
            .orElse(true);
  }

  /// Which they are, for the evidence.
  static String words(List<Certificate> certificates) {
    return certificates.stream().map(SentCertificates::words).collect(Collectors.joining("; "));
  }

  /// Which it is, for the evidence.
  static String words(Certificate certificate) {
    return "“%s” (SHA-256 %s)".formatted(certificate, certificate.fingerprint());
  }
}
