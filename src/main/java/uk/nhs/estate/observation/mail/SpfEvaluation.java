package uk.nhs.estate.observation.mail;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Lookups;
import uk.nhs.estate.observation.text.SpfRecord.Qualifier;

/// What SPF says of one sender, and how it came to say so: the outcome of `check_host()`
/// (RFC 7208 §4).
///
/// @param why what decided, in words
/// @param explanation the domain's own words for a refused sender (§6.2); none when it has none
/// @param lookups how many terms that may ask the DNS were counted (§4.6.4)
/// @param voids how many of them led to nothing (§4.6.4)
/// @param trace every term that was tried, in order
public record SpfEvaluation(
    Result result,
    String why,
    @Nullable String explanation,
    int lookups,
    int voids,
    List<Step> trace) {

  public SpfEvaluation {
    trace = List.copyOf(trace);
  }

  /// The results (§2.6).
  public enum Result {
    NONE,
    NEUTRAL,
    PASS,
    FAIL,
    SOFTFAIL,
    TEMPERROR,
    PERMERROR;

    static Result of(Qualifier qualifier) {
      return switch (qualifier) {
        case PASS -> PASS;
        case FAIL -> FAIL;
        case SOFTFAIL -> SOFTFAIL;
        case NEUTRAL -> NEUTRAL;
      };
    }

    /// As it is written in header fields (§9.1).
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// One term that was tried, or the record that it stands in.
  ///
  /// @param depth how many records lead here
  /// @param domain whose record it is
  /// @param term as written; empty for the record itself
  /// @param asked what the DNS was asked for it
  /// @param decided what came of it, in words
  /// @param lookups the count when it was met, itself included
  /// @param voids the count when it was left
  public record Step(
      int depth,
      String domain,
      String term,
      List<Lookup> asked,
      String decided,
      int lookups,
      int voids) {
    public Step {
      asked = List.copyOf(asked);
    }
  }

  /// Evaluates a domain's record for a sender, asking as it goes.
  public static SpfEvaluation of(Lookups lookups, SpfSender sender) {
    return new SpfCheck(lookups, sender).run();
  }
}
