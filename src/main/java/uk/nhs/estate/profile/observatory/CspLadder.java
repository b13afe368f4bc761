package uk.nhs.estate.profile.observatory;

import static uk.nhs.estate.profile.observatory.Outcome.CSP_EVAL;
import static uk.nhs.estate.profile.observatory.Outcome.CSP_INSECURE;
import static uk.nhs.estate.profile.observatory.Outcome.CSP_INSECURE_PASSIVE;
import static uk.nhs.estate.profile.observatory.Outcome.CSP_INVALID;
import static uk.nhs.estate.profile.observatory.Outcome.CSP_NONE;
import static uk.nhs.estate.profile.observatory.Outcome.CSP_REPEATED;
import static uk.nhs.estate.profile.observatory.Outcome.CSP_SOUND;
import static uk.nhs.estate.profile.observatory.Outcome.CSP_UNSAFE_INLINE;
import static uk.nhs.estate.profile.observatory.Outcome.CSP_UNSAFE_STYLE;

/// What a policy, or several together, allow: the rungs from the worst to the best, of which the
/// first that holds is the result.
///
/// @param dynamicWithoutNonce 'strict-dynamic' without anything that it could start from
/// @param scripts whether injected scripts run, or plugins from anywhere load
/// @param insecureActive whether a page over https names http for anything but images, video, sound
/// @param eval whether text can be run as code
/// @param insecurePassive whether a page over https names http for images, video or sound
/// @param styles whether injected styles work
/// @param startsFromNothing whether `default-src` is 'none'
/// @param repeatsReports whether a policy says twice where reports go
record CspLadder(
    boolean dynamicWithoutNonce,
    boolean scripts,
    boolean insecureActive,
    boolean eval,
    boolean insecurePassive,
    boolean styles,
    boolean startsFromNothing,
    boolean repeatsReports) {

  Outcome outcome() {
    if (dynamicWithoutNonce) {
      return CSP_INVALID;
    }
    if (scripts) {
      return CSP_UNSAFE_INLINE;
    }
    if (insecureActive) {
      return CSP_INSECURE;
    }
    if (eval) {
      return CSP_EVAL;
    }
    if (repeatsReports) {
      return CSP_REPEATED;
    }
    if (insecurePassive) {
      return CSP_INSECURE_PASSIVE;
    }
    if (styles) {
      return CSP_UNSAFE_STYLE;
    }
    return startsFromNothing ? CSP_NONE : CSP_SOUND;
  }
}
