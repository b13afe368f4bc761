package uk.nhs.estate.check.address;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.AddressFacts;
import uk.nhs.estate.observation.Asked;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.PointedAt;

/// What the checks of aliases have in common.
final class Aliases {

  /// How others name what comes of an alias that was left behind.
  static final Standard TAKEOVER =
      new Standard(
          "OWASP WSTG: subdomain takeover",
          "https://owasp.org/www-project-web-security-testing-guide/latest/4-Web_Application_Security_Testing/02-Configuration_and_Deployment_Management_Testing/10-Test_for_Subdomain_Takeover");

  private Aliases() {}

  /// Judges the target of an alias that was proved not to exist; a site that is no such alias
  /// passes.
  static Verdict ofMissingTarget(AddressFacts address, Function<PointedAt, Verdict> judge) {
    var target = address.pointedAt();
    if (target.isPresent() && target.get().provesThatItDoesNotExist()) {
      return judge.apply(target.get());
    }
    return isHidden(address.a()) && isHidden(address.aaaa())
        ? Verdict.ofLookup(address.a(), _ -> new Verdict.Pass())
        : new Verdict.Pass();
  }

  private static boolean isHidden(Lookup lookup) {
    return lookup.answer() instanceof Lookup.Unasked;
  }

  /// From name to name, as in `www.trust.nhs.uk → trust.supplier.test`.
  static String way(AddressFacts address) {
    return way(isHidden(address.a()) ? address.aaaa() : address.a());
  }

  static String way(Lookup lookup) {
    return Stream.concat(Stream.of(lookup.name()), lookup.aliases().stream())
        .map(Asked::plain)
        .collect(Collectors.joining(" → "));
  }
}
