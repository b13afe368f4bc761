package uk.nhs.estate.observation.mail;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Asked;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.text.IpAddress;

/// The names of a sender's address that lead back to it: the validated domain names of RFC 7208
/// §5.5.
final class SpfNamesOfSender {
  /// How many names are looked at; the rest is passed over (§4.6.4).
  private static final int MOST_NAMES = 10;

  private final IpAddress ip;
  private final BiFunction<String, String, Lookup> ask;
  private @Nullable Lookup pointers;

  SpfNamesOfSender(IpAddress ip, BiFunction<String, String, Lookup> ask) {
    this.ip = ip;
    this.ask = ask;
  }

  /// The PTR records of the address, asked once.
  Lookup pointers() {
    if (pointers == null) {
      pointers = ask.apply(ip.reverseName(), "PTR");
    }
    return pointers;
  }

  /// A validated name that is a domain or below it.
  Optional<String> below(String domain) {
    return names().filter(name -> Asked.isIn(domain, name)).filter(this::leadsBack).findFirst();
  }

  /// What `%{p}` stands for: the domain itself if it is a validated name, else one below it, else
  /// any (§7.3).
  String best(String domain) {
    return names()
        .filter(domain::equals)
        .filter(this::leadsBack)
        .findFirst()
        .or(() -> below(domain))
        .or(() -> names().filter(this::leadsBack).findFirst())
        .orElse(SpfSender.UNKNOWN);
  }

  private Stream<String> names() {
    List<String> data = pointers().data();
    return data.stream().limit(MOST_NAMES).map(SpfNames::plain);
  }

  private boolean leadsBack(String name) {
    return ask.apply(name, ip.isIpv6() ? "AAAA" : "A").data().stream()
        .flatMap(data -> IpAddress.parse(data).stream())
        .anyMatch(ip::equals);
  }
}
