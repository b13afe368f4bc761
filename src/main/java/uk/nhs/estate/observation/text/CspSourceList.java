package uk.nhs.estate.observation.text;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import uk.nhs.estate.observation.text.CspSource.Hash;
import uk.nhs.estate.observation.text.CspSource.Keyword;
import uk.nhs.estate.observation.text.CspSource.Nonce;

/// What one directive lets in (CSP Level 3 §2.3.1). One that is empty lets nothing in.
public record CspSourceList(List<CspSource> sources) {

  public CspSourceList {
    sources = List.copyOf(sources);
  }

  static CspSourceList parse(List<String> words) {
    return new CspSourceList(words.stream().map(CspSource::parse).toList());
  }

  public boolean has(Keyword keyword) {
    return sources.contains(keyword);
  }

  /// Those of its nonces that keep to the grammar.
  public List<String> nonces() {
    return sources.stream()
        .filter(Nonce.class::isInstance)
        .map(source -> ((Nonce) source).value())
        .toList();
  }

  /// Whether it lets in everything that stands in the page (§6.7.3.2): a nonce or a digest takes
  /// that back, and so does `'strict-dynamic'` for scripts.
  boolean allowsAllInline(boolean scripts) {
    return has(Keyword.UNSAFE_INLINE)
        && !(scripts && has(Keyword.STRICT_DYNAMIC))
        && sources.stream().noneMatch(source -> source instanceof Nonce || source instanceof Hash);
  }

  /// The first that lets a URL in.
  Optional<CspSource> covering(CspUrl url, CspUrl self) {
    return first(source -> source.covers(url, self));
  }

  /// The first that lets in something of every host.
  Optional<CspSource> coveringEveryHost(String scheme, CspUrl self) {
    return first(source -> source.coversEveryHost(scheme, self));
  }

  private Optional<CspSource> first(Predicate<CspSource> covers) {
    return sources.stream().filter(covers).findFirst();
  }
}
