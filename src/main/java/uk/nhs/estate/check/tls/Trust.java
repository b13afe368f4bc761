package uk.nhs.estate.check.tls;

import static uk.nhs.estate.observation.certificate.Flaw.Kind.BAD_SIGNATURE;
import static uk.nhs.estate.observation.certificate.Flaw.Kind.ISSUER_MISSING;
import static uk.nhs.estate.observation.certificate.Flaw.Kind.PRIVATE_AUTHORITY;
import static uk.nhs.estate.observation.certificate.Flaw.Kind.SELF_SIGNED;
import static uk.nhs.estate.observation.certificate.Flaw.Kind.WRONG_PURPOSE;

import java.time.Instant;
import java.util.List;
import uk.nhs.estate.check.ChainOfTrust;
import uk.nhs.estate.check.ShownChain;
import uk.nhs.estate.observation.LastAnswers;
import uk.nhs.estate.observation.certificate.Anchors;
import uk.nhs.estate.observation.certificate.Certificate;
import uk.nhs.estate.observation.certificate.ChainJudgement;
import uk.nhs.estate.observation.certificate.Flaw;

/// Why a chain is believed, or is not: each reason is one check's.
///
/// Who says that it follows the rules for public authorities is no private one: what nobody knows
/// may be one that is no longer believed.
sealed interface Trust {

  /// It leads to an authority that is believed.
  ///
  /// @param path from the leaf to the root, both included
  record Believed(List<Certificate> path) implements Trust {
    public Believed {
      path = List.copyOf(path);
    }
  }

  /// The certificate is signed with its own key.
  record SelfSigned() implements Trust {}

  /// It leads to an authority that is not known, and does not claim to be a public one.
  record OfPrivateAuthority(String authority) implements Trust {}

  /// It is not for servers.
  record NotForServers() implements Trust {}

  /// A certificate of a public authority is missing, and it is said where it can be had.
  record Incomplete(String missing) implements Trust {}

  /// It is none, for another reason.
  record Broken(String reason) implements Trust {}

  /// It cannot be told.
  record Undecided(String reason) implements Trust {}

  /// A question that all checks of a chain ask.
  record Question(ChainOfTrust chain, Instant at) {}

  /// Enough for all chains of a site with many addresses.
  LastAnswers<Question, ChainJudgement> JUDGED =
      new LastAnswers<>(64, asked -> asked.chain().judgement(asked.at()));

  /// Whether a chain as it was sent holds; the leaf's own dates are not looked at.
  static ChainJudgement judge(ShownChain chain, Anchors anchors, Instant seenAt) {
    return JUDGED.to(new Question(new ChainOfTrust(chain.certificates(), anchors), seenAt));
  }

  /// Whether a chain is believed.
  static Trust of(ShownChain chain, Anchors anchors, Instant seenAt) {
    return switch (judge(chain, anchors, seenAt)) {
      case ChainJudgement.Holds(var path, _) -> new Believed(path);
      case ChainJudgement.Broken(_, var flaw) -> broken(chain, flaw);
      case ChainJudgement.Unknowable(var why) -> new Undecided(why);
    };
  }

  private static Trust broken(ShownChain chain, Flaw flaw) {
    var where = flaw.where();
    var kind = flaw.kind();
    if (kind == SELF_SIGNED) {
      return new SelfSigned();
    }
    if (kind == WRONG_PURPOSE && where.equals(chain.leaf())) {
      return new NotForServers();
    }
    if (kind == PRIVATE_AUTHORITY && !chain.isOfPublicAuthority()) {
      return new OfPrivateAuthority(where.subject().toString());
    }
    boolean isOfAnotherKey =
        kind == BAD_SIGNATURE
            && new SentCertificates(chain.certificates()).hasIssuerOfAnotherKey(where);
    if (kind == ISSUER_MISSING || isOfAnotherKey) {
      var issuer = where.issuer().toString();
      if (!chain.isOfPublicAuthority()) {
        return new OfPrivateAuthority(issuer);
      }
      if (where.issuerPlaces().stream().anyMatch(Trust::isHttp)) {
        return new Incomplete(issuer);
      }
    }
    return new Broken(
        where.equals(chain.leaf())
            ? "it " + flaw.words()
            : SentCertificates.words(where) + " " + flaw.words());
  }

  private static boolean isHttp(String address) {
    return address.regionMatches(true, 0, "http://", 0, 7);
  }
}
