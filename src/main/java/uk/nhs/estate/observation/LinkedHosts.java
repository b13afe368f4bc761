package uk.nhs.estate.observation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import uk.nhs.estate.observation.text.WebAddress;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.OwnSuffixes;
import uk.nhs.estate.register.Refusal;

/// The other hosts that the pages of a site lead to.
public final class LinkedHosts {
  /// However many hosts its pages name, so many of one site are told.
  private static final int MOST = 2_000;

  private LinkedHosts() {}

  /// Those in the links of all pages that were seen, by name; when there are too many, those come
  /// first that may be ours whoever registered them.
  public static List<DomainName> of(HttpFacts site) {
    var crawled = site.crawl() == null ? Stream.<Visit>empty() : site.crawl().pages().stream();
    SortedSet<String> hosts = new TreeSet<>();
    Stream.concat(ownPage(site), crawled)
        .flatMap(visit -> HttpFacts.markup(visit).stream())
        .forEach(
            page ->
                page.links().stream()
                    .flatMap(link -> page.resolve(link.href()).stream())
                    .filter(WebAddress::isOfTheWeb)
                    .map(WebAddress::host)
                    .filter(host -> !host.equals(site.host()))
                    .forEach(hosts::add));
    return hosts.stream()
        .flatMap(host -> name(host).stream())
        .sorted(Comparator.comparing(name -> !OwnSuffixes.have(name)))
        .limit(MOST)
        .toList();
  }

  /// The page that visitors see, if it is of this site.
  private static Stream<Visit> ownPage(HttpFacts site) {
    return site.page() instanceof HttpFacts.Page.Shown ? Stream.of(site.secure()) : Stream.empty();
  }

  private static Optional<DomainName> name(String host) {
    try {
      return Optional.of(DomainName.parse(host));
    } catch (Refusal _) {
      return Optional.empty(); // an address, or what nobody can have registered
    }
  }
}
