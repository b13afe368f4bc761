package uk.nhs.estate.observation.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.nhs.estate.observation.certificate.CertificateRules.Place;

/// Judges a path whose signatures are good, from the root down to the leaf (RFC 5280 §6.1).
final class PathRules {
  private final Chain chain;
  private final List<Certificate> down;
  private final NameRules names;
  private final List<Flaw> flaws = new ArrayList<>();

  /// @param path from the leaf up to the root
  PathRules(Chain chain, List<Certificate> path, Comparisons comparisons) {
    this.chain = chain;
    this.names = new NameRules(comparisons);
    this.down = path.reversed();
  }

  /// What is wrong, the fatal first.
  List<Flaw> judge() throws TooCostlyException {
    for (int at = 0; at < down.size(); at++) {
      flaws.addAll(CertificateRules.judge(down.get(at), place(at), chain));
    }
    judgeLength();
    judgeNames();
    judgePurposes();
    judgePolicies();
    judgeRevocation();
    var leaf = down.getLast();
    var name = chain.name();
    if (name != null && !Names.match(leaf, name)) {
      flaws.add(new Flaw(Flaw.Kind.OTHER_NAME, leaf, "is for another name"));
    }
    return Stream.concat(
            flaws.stream().filter(flaw -> flaw.kind().weight() == Weight.FATAL),
            flaws.stream().filter(flaw -> flaw.kind().weight() != Weight.FATAL))
        .toList();
  }

  /// What must be known, and is not, to judge its names.
  Optional<String> undecided() {
    return names.undecided();
  }

  private Place place(int at) {
    return at == down.size() - 1 ? Place.LEAF : at == 0 ? Place.ROOT : Place.INTERMEDIATE;
  }

  /// How many authorities that are not self-issued may follow (§6.1.4 (l) and (m)).
  private void judgeLength() {
    int left = chain.mostIntermediates();
    for (int at = 0; at < down.size() - 1; at++) {
      var authority = down.get(at);
      if (at > 0 && !authority.isSelfIssued() && left-- == 0) {
        flaws.add(
            new Flaw(
                Flaw.Kind.PATH_TOO_LONG,
                authority,
                "is one authority more than its chain may have"));
        return;
      }
      var most = authority.basicConstraints().map(BasicConstraints::pathLength);
      left = most.isPresent() ? Math.min(left, most.get()) : left;
    }
  }

  /// Self-issued authorities are exempt, so that they can change their keys (§6.1.3 (b) and (c)).
  private void judgeNames() throws TooCostlyException {
    for (int at = 0; at < down.size(); at++) {
      var certificate = down.get(at);
      boolean isLeaf = at == down.size() - 1;
      if (at > 0 && (isLeaf || !certificate.isSelfIssued())) {
        names.judge(certificate).forEach(flaws::add);
      }
      if (!isLeaf) {
        names.add(certificate).forEach(flaws::add);
      }
    }
  }

  /// Every one that is limited to purposes must be for this one: an authority's limits hold for all
  /// below it, as browsers see it.
  private void judgePurposes() {
    var purpose = chain.purpose();
    if (purpose == null) {
      return;
    }
    for (var certificate : down) {
      var purposes = certificate.extendedKeyUsage();
      if (purposes.isPresent()
          && !purposes.get().contains(purpose)
          && !purposes.get().contains(Chain.FOR_ANYTHING)) {
        flaws.add(
            new Flaw(
                Flaw.Kind.WRONG_PURPOSE,
                certificate,
                purpose.equals(Chain.FOR_SERVERS)
                    ? "is not issued for servers"
                    : "is not issued for this purpose"));
      }
    }
  }

  private void judgePolicies() {
    int length = down.size() - 1;
    var policies = new PolicyRules(length);
    for (int at = 1; at <= length; at++) {
      var certificate = down.get(at);
      boolean isLast = at == length;
      if (!policies.enter(certificate, isLast)
          || !(isLast ? policies.end(certificate) : policies.leave(certificate))) {
        flaws.add(
            new Flaw(
                Flaw.Kind.POLICY,
                certificate,
                "is not issued under a policy that its chain asks for"));
        return;
      }
    }
  }

  private void judgeRevocation() {
    for (int at = 1; at < down.size(); at++) {
      flaws.addAll(Revocations.judge(chain, down.get(at), down.get(at - 1)));
    }
  }
}
