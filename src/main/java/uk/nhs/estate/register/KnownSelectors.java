package uk.nhs.estate.register;

import java.util.List;
import java.util.stream.Stream;

/// Under which selectors a domain's DKIM keys may be found when its owner has named none, from a
/// dated list. What is not found there proves nothing: selectors can only be tried.
///
/// @param generic selectors that many use
public record KnownSelectors(List<Provider> providers, List<String> generic) {

  /// No domain is asked for more: each costs a question at every look.
  static final int MOST = 10;

  public KnownSelectors {
    providers = List.copyOf(providers);
    generic = List.copyOf(generic);
  }

  /// Who takes or sends mail for others, and signs it with keys at selectors of its own choice.
  ///
  /// @param name what people call it
  /// @param mx the names of its mail servers
  /// @param spf the names of the SPF records that its customers include
  /// @param selectors at least one, in lower case
  public record Provider(
      String name, List<NamePattern> mx, List<NamePattern> spf, List<String> selectors) {

    public Provider {
      mx = List.copyOf(mx);
      spf = List.copyOf(spf);
      selectors = List.copyOf(selectors);
    }

    private boolean serves(List<String> mx, List<String> spf) {
      return matches(this.mx, mx) || matches(this.spf, spf);
    }

    private static boolean matches(List<NamePattern> patterns, List<String> names) {
      return names.stream()
          .anyMatch(name -> patterns.stream().anyMatch(pattern -> pattern.matches(name)));
    }
  }

  /// Those worth trying for a domain: its providers' first, then generic ones.
  ///
  /// @param mx the names of its mail servers
  /// @param spf the domains that its SPF record names
  public List<String> toTry(List<String> mx, List<String> spf) {
    return Stream.concat(
            providers.stream()
                .filter(provider -> provider.serves(mx, spf))
                .flatMap(provider -> provider.selectors().stream()),
            generic.stream())
        .distinct()
        .limit(MOST)
        .toList();
  }
}
