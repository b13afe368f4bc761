package uk.nhs.estate.cli;

import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import uk.nhs.estate.observation.Endpoint;
import uk.nhs.estate.observation.MailServerFacts;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.probe.mail.SmtpProbe;
import uk.nhs.estate.probe.net.AddressText;
import uk.nhs.estate.probe.net.Addresses;
import uk.nhs.estate.register.ScanLevel;

/// Looks at the TLS that each address of a mail server offers by STARTTLS (RFC 3207), and says it
/// in the words of TLS.
record StarttlsLook(SmtpProbe probe, int port, InstantSource clock) {

  Sighting at(String host, Addresses addresses, ScanLevel level) {
    var when = clock.instant();
    return switch (addresses) {
      case Addresses.None(var obstacle) -> new Sighting.Unseen(Topic.TLS, obstacle);
      case Addresses.Known known -> {
        var servers = new ArrayList<TlsFacts.Server>();
        for (var address : known.all()) {
          var alone = new Addresses.Known(List.of(address), true);
          servers.add(server(address, probe.meet(host, alone, level).meeting()));
        }
        yield facts(servers, host, when);
      }
    };
  }

  private static Sighting facts(List<TlsFacts.Server> servers, String host, Instant when) {
    Obstacle hidden = null;
    TlsFacts.Met first = null;
    for (var server : servers) {
      switch (server) {
        case TlsFacts.Met met -> first = first == null || isNobody(first) ? met : first;
        case TlsFacts.Unmet(_, var obstacle) -> hidden = obstacle;
      }
    }
    return first == null || isNobody(first) && hidden != null
        ? new Sighting.Unseen(Topic.TLS, Objects.requireNonNull(hidden))
        : new Sighting.Seen(
            Topic.TLS, new TlsFacts(when, first.endpoint(), host, first.outcome(), servers));
  }

  private static boolean isNobody(TlsFacts.Met met) {
    return met.outcome() instanceof TlsFacts.NobodyListens;
  }

  private TlsFacts.Server server(InetAddress address, MailServerFacts.Meeting meeting) {
    return switch (meeting) {
      case MailServerFacts.Unmet(var obstacle) ->
          new TlsFacts.Unmet(new Endpoint(AddressText.of(address), port), obstacle);
      case MailServerFacts.NobodyListens(var endpoint) ->
          new TlsFacts.Met(endpoint, new TlsFacts.NobodyListens(), null);
      case MailServerFacts.Met met -> {
        if (met.hidden() != null) {
          yield new TlsFacts.Unmet(met.endpoint(), met.hidden());
        }
        yield new TlsFacts.Met(
            met.endpoint(),
            met.tls() == null
                ? new TlsFacts.NotTls(
                    String.join(" ", met.dialogue().getLast().reply()) + " (no STARTTLS)")
                : met.tls(),
            met.posture());
      }
    };
  }
}
