package uk.nhs.estate.observation.certificate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.certificate.ChainJudgement.Broken;
import uk.nhs.estate.observation.certificate.ChainJudgement.Holds;
import uk.nhs.estate.observation.certificate.ChainJudgement.Unknowable;

/// Looks for a way from a leaf up to a trusted root that holds, and else remembers the one that
/// came farthest.
///
/// All certificates that were sent are tried, in the order in which they are likely to be right:
/// servers send them out of order, twice, and with strangers among them (RFC 4158 §2.4).
final class PathBuilder {

  /// How many certificates beside the leaf are looked at.
  private static final int MOST_SENT = 100;

  /// How many signatures are verified; honest chains have three.
  private static final int MOST_SIGNATURES = 100;

  /// How many whole paths are judged.
  private static final int MOST_PATHS = 50;

  private record Signing(Certificate signed, CertifiedKey key) {}

  private final Chain chain;
  private final Map<DistinguishedName, List<Certificate>> sent = new HashMap<>();
  private final Map<Signing, Signatures.Outcome> signatures = new HashMap<>();
  private final List<Certificate> path = new ArrayList<>();
  private final Comparisons comparisons = new Comparisons();
  private int paths;
  private int farthest = -1;
  private @Nullable Broken broken;
  private @Nullable String undecided;

  PathBuilder(Chain chain) {
    this.chain = chain;
    new LinkedHashSet<>(chain.sent())
        .stream()
            .filter(certificate -> !certificate.equals(chain.leaf()))
            .limit(MOST_SENT)
            .forEach(
                certificate ->
                    sent.computeIfAbsent(certificate.subject(), _ -> new ArrayList<>(1))
                        .add(certificate));
  }

  ChainJudgement judge() {
    path.add(chain.leaf());
    try {
      var holds = chain.anchors().contains(chain.leaf()) ? complete() : climb();
      if (holds.isPresent()) {
        return holds.get();
      }
    } catch (TooCostlyException e) {
      return new Unknowable("there are too many " + e.what());
    }
    return undecided == null
        ? Objects.requireNonNull(broken, "a way that ends says why")
        : new Unknowable(undecided);
  }

  private Optional<Holds> climb() throws TooCostlyException {
    var last = path.getLast();
    var roots = likeliestFirst(chain.anchors().named(last.issuer()), last);
    for (var root : roots) {
      var holds = isSignedBy(last, root) ? with(root, this::complete) : Optional.<Holds>empty();
      if (holds.isPresent()) {
        return holds;
      }
    }
    boolean alone = path.size() == 1 && isSelfSigned(last);
    var issuers = likeliestFirst(sent.getOrDefault(last.issuer(), List.of()), last);
    for (var issuer : issuers) {
      if (roots.contains(issuer)) {
        continue;
      }
      if (path.stream().anyMatch(one -> isOfTheSame(one, issuer))) {
        note(alone ? 0 : 20, Flaw.Kind.CIRCLE, last, "is signed in a circle");
        continue;
      }
      var holds = isSignedBy(last, issuer) ? with(issuer, this::goOn) : Optional.<Holds>empty();
      if (holds.isPresent()) {
        return holds;
      }
    }
    if (alone) {
      note(60, Flaw.Kind.SELF_SIGNED, last, "is self-signed");
    } else if (issuers.isEmpty() && roots.isEmpty()) {
      note(
          40,
          Flaw.Kind.ISSUER_MISSING,
          last,
          "is incomplete: the certificate of “%s” is neither sent nor trusted"
              .formatted(last.issuer()));
    }
    return Optional.empty();
  }

  private Optional<Holds> goOn() throws TooCostlyException {
    var last = path.getLast();
    if (isSelfSigned(last)) {
      note(40, Flaw.Kind.PRIVATE_AUTHORITY, last, "is the root of a private authority");
      return Optional.empty();
    }
    if (path.stream().skip(1).filter(one -> !one.isSelfIssued()).count()
        > chain.mostIntermediates()) {
      note(50, Flaw.Kind.PATH_TOO_LONG, last, "is one authority more than its chain may have");
      return Optional.empty();
    }
    return climb();
  }

  private Optional<Holds> complete() throws TooCostlyException {
    if (++paths > MOST_PATHS) {
      throw new TooCostlyException("ways to a root");
    }
    var rules = new PathRules(chain, path, comparisons);
    var flaws = rules.judge();
    var worst =
        flaws.stream().filter(flaw -> chain.profile().minds(flaw.kind().weight())).findFirst();
    if (worst.isPresent()) {
      note(100, worst.get());
      return Optional.empty();
    }
    if (rules.undecided().isPresent()) {
      undecided = rules.undecided().get();
      return Optional.empty();
    }
    return Optional.of(new Holds(path, flaws));
  }

  private interface Step {
    Optional<Holds> go() throws TooCostlyException;
  }

  private Optional<Holds> with(Certificate next, Step step) throws TooCostlyException {
    path.add(next);
    var holds = step.go();
    path.removeLast();
    return holds;
  }

  /// Verifies a signature once.
  private boolean isSignedBy(Certificate signed, Certificate issuer) throws TooCostlyException {
    var outcome = signature(signed, issuer);
    if (outcome == Signatures.Outcome.BAD) {
      note(
          30,
          Flaw.Kind.BAD_SIGNATURE,
          signed,
          "is broken: the signature of “%s” on it is wrong".formatted(issuer));
    } else if (outcome == Signatures.Outcome.UNKNOWN) {
      note(
          35,
          Flaw.Kind.UNKNOWN_ALGORITHM,
          signed,
          "is signed in a way that cannot be verified (%s, %s)"
              .formatted(signed.signatureAlgorithm().name(), issuer.key().words()));
    }
    return outcome == Signatures.Outcome.GOOD;
  }

  private Signatures.Outcome signature(Certificate signed, Certificate issuer)
      throws TooCostlyException {
    var signing = new Signing(signed, issuer.key());
    var known = signatures.get(signing);
    if (known != null) {
      return known;
    }
    if (signatures.size() == MOST_SIGNATURES) {
      throw new TooCostlyException("signatures to verify");
    }
    var outcome =
        Signatures.verify(
            signed.signatureAlgorithm(), issuer.key(), signed.signed(), signed.signature());
    signatures.put(signing, outcome);
    return outcome;
  }

  private boolean isSelfSigned(Certificate certificate) throws TooCostlyException {
    return certificate.isSelfIssued()
        && signature(certificate, certificate) == Signatures.Outcome.GOOD;
  }

  /// Two certificates of one authority and one key: going on from one to the other leads nowhere.
  private static boolean isOfTheSame(Certificate one, Certificate other) {
    return one.subject().equals(other.subject()) && one.key().equals(other.key());
  }

  /// Those first that have the key that is asked for and are in date.
  private List<Certificate> likeliestFirst(List<Certificate> issuers, Certificate signed) {
    if (issuers.size() < 2) {
      return issuers;
    }
    var wanted = signed.authorityKey().map(AuthorityKey::identifier);
    return issuers.stream()
        .sorted(
            Comparator.comparing(
                    (Certificate issuer) -> wanted.isEmpty() || !wanted.equals(issuer.subjectKey()))
                .thenComparing(issuer -> !issuer.isInDate(chain.at())))
        .toList();
  }

  private void note(int rank, Flaw.Kind kind, Certificate where, String words) {
    note(rank, new Flaw(kind, where, words));
  }

  private void note(int rank, Flaw flaw) {
    int far = rank * 100 + path.size();
    if (far > farthest) {
      farthest = far;
      broken = new Broken(path, flaw);
    }
  }
}
