package uk.nhs.estate.probe;

import java.time.Duration;
import java.util.List;
import uk.nhs.estate.register.ScanLevel;
import uk.nhs.estate.register.Target;

/// What is to be looked at, and how.
///
/// @param selectors the DKIM selectors that the owner of a domain has registered
/// @param found those at which earlier looks have found keys
/// @param sharedFor how old a meeting with a mail server may be that looks at other domains brought
public record LookOrder(
    Target target,
    ScanLevel level,
    List<String> selectors,
    List<String> found,
    Duration sharedFor) {

  /// A little less than a day, so that a mail server is met once a day however many domains use it.
  public static final Duration ONCE_A_DAY = Duration.ofHours(23);

  /// Somebody waits for the answer, or a suspicion is to be confirmed: what was seen before does
  /// not count.
  public static final Duration ANEW = Duration.ofMinutes(1);

  public LookOrder {
    selectors = List.copyOf(selectors);
    found = List.copyOf(found);
  }

  /// A look of its own at a target of which nothing else is known.
  public static LookOrder of(Target target, ScanLevel level) {
    return new LookOrder(target, level, List.of(), List.of(), ANEW);
  }
}
