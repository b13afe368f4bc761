package uk.nhs.estate.profile.observatory;

import static uk.nhs.estate.profile.observatory.Outcome.COEP_CREDENTIALLESS;
import static uk.nhs.estate.profile.observatory.Outcome.COEP_INVALID;
import static uk.nhs.estate.profile.observatory.Outcome.COEP_MISSING;
import static uk.nhs.estate.profile.observatory.Outcome.COEP_REQUIRE_CORP;
import static uk.nhs.estate.profile.observatory.Outcome.COEP_UNSAFE_NONE;
import static uk.nhs.estate.profile.observatory.Outcome.COOP_ALLOW_POPUPS;
import static uk.nhs.estate.profile.observatory.Outcome.COOP_INVALID;
import static uk.nhs.estate.profile.observatory.Outcome.COOP_MISSING;
import static uk.nhs.estate.profile.observatory.Outcome.COOP_NOOPENER;
import static uk.nhs.estate.profile.observatory.Outcome.COOP_SAME_ORIGIN;
import static uk.nhs.estate.profile.observatory.Outcome.COOP_UNSAFE_NONE;

import uk.nhs.estate.observation.text.CrossOriginPolicies;

/// How the page is kept apart from pages that open it and from what it embeds. The Observatory and
/// browsers read these structured fields alike.
final class EmbeddingOpinions {

  private EmbeddingOpinions() {}

  static Opinion opener(Look look) {
    var fields = look.values("Cross-Origin-Opener-Policy");
    if (String.join("", fields).isEmpty()) {
      return Opinion.shared(COOP_MISSING);
    }
    return Opinion.shared(
        switch (CrossOriginPolicies.opener(fields).orElse("")) {
          case "same-origin" -> COOP_SAME_ORIGIN;
          case "same-origin-allow-popups" -> COOP_ALLOW_POPUPS;
          case "noopener-allow-popups" -> COOP_NOOPENER;
          case "unsafe-none" -> COOP_UNSAFE_NONE;
          default -> COOP_INVALID;
        });
  }

  static Opinion embedder(Look look) {
    var fields = look.values("Cross-Origin-Embedder-Policy");
    if (String.join("", fields).isEmpty()) {
      return Opinion.shared(COEP_MISSING);
    }
    return Opinion.shared(
        switch (CrossOriginPolicies.embedder(fields).orElse("")) {
          case "require-corp" -> COEP_REQUIRE_CORP;
          case "credentialless" -> COEP_CREDENTIALLESS;
          case "unsafe-none" -> COEP_UNSAFE_NONE;
          default -> COEP_INVALID;
        });
  }
}
