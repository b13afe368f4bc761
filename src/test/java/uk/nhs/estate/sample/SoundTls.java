package uk.nhs.estate.sample;

import static uk.nhs.estate.observation.TlsPosture.SSL_2;
import static uk.nhs.estate.observation.TlsPosture.SSL_3;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_0;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_1;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Endpoint;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.TlsPosture.Effort;
import uk.nhs.estate.observation.TlsPosture.Groups;
import uk.nhs.estate.observation.TlsPosture.KeyShown;
import uk.nhs.estate.observation.TlsPosture.Oddity;
import uk.nhs.estate.observation.TlsPosture.Order;
import uk.nhs.estate.observation.TlsPosture.Shown;
import uk.nhs.estate.observation.TlsPosture.Suites;
import uk.nhs.estate.observation.TlsPosture.Ticket;
import uk.nhs.estate.observation.TlsPosture.Tried;
import uk.nhs.estate.observation.TlsPosture.VersionTried;
import uk.nhs.estate.observation.Trial;
import uk.nhs.estate.observation.Trial.TakenUp;
import uk.nhs.estate.observation.Trial.TurnedDown;
import uk.nhs.estate.observation.Trial.Undecided;

/// The TLS of a server with which nothing is wrong, to be spoilt in one thing.
public final class SoundTls {
  public static final Endpoint IPV4 = new Endpoint("192.0.2.80", 443);
  public static final Endpoint IPV6 = new Endpoint("2001:db8::80", 443);

  private static final Trial YES = new TakenUp("");
  private static final Trial NO = new TurnedDown("");
  private static final int ECDSA_SECP256R1_SHA256 = 0x0403;

  private SoundTls() {}

  /// A sound server of both versions, which shows a chain of certificates.
  public static TlsPosture posture(List<Part> chain) {
    return new TlsPosture(
        List.of(
            new VersionTried(SSL_2, new TurnedDown("it hung up")),
            new VersionTried(SSL_3, new TurnedDown("alert protocol_version")),
            new VersionTried(TLS_1_0, new TurnedDown("alert protocol_version")),
            new VersionTried(TLS_1_1, new TurnedDown("alert protocol_version")),
            new VersionTried(TLS_1_2, YES),
            new VersionTried(TLS_1_3, YES)),
        List.of(
            new Suites(TLS_1_2, List.of(0xc02c, 0xc02b), Order.SERVER, null),
            new Suites(TLS_1_3, List.of(0x1302, 0x1303, 0x1301), Order.SERVER, null)),
        List.of(
            new Groups(TLS_1_2, List.of(0x001d, 0x0017, 0x0018), Order.SERVER, null),
            new Groups(TLS_1_3, List.of(0x11ec, 0x001d, 0x0017, 0x0018), Order.SERVER, null)),
        List.of(
            new Shown(
                SoundSite.HOST,
                TLS_1_2,
                0xc02c,
                ECDSA_SECP256R1_SHA256,
                chain,
                SampleStaple.ofSample(chain),
                null)),
        List.of(new KeyShown(TLS_1_2, 0xc02c, 0x001d, null, null, 3, 0)),
        List.of(new Ticket(TLS_1_2, 300, 0), new Ticket(TLS_1_3, 7200, 0)),
        Stream.of(Behaviour.values()).map(it -> new Tried(it, sound(it))).toList(),
        List.of(),
        new Effort(22, 60_000, 40));
  }

  private static Trial sound(Behaviour behaviour) {
    return switch (behaviour) {
      case NO_SERVER_NAME,
          ALPN_H2,
          ALPN_HTTP_1_1,
          RESUMPTION_TICKET,
          RESUMPTION_PSK,
          SECURE_RENEGOTIATION,
          FALLBACK_SCSV,
          EXTENDED_MASTER_SECRET,
          ENCRYPT_THEN_MAC,
          TOLERATES_TLS_1_3_HELLO,
          TOLERATES_LARGE_HELLO,
          TOLERATES_MANY_SUITES,
          TOLERATES_UNKNOWN_EXTENSIONS,
          TOLERATES_SERVER_NAME ->
          YES;
      case SERVER_NAME_WARNING,
          RESUMPTION_ID,
          CLIENT_RENEGOTIATION,
          COMPRESSION,
          HEARTBEAT,
          CLIENT_CERTIFICATE_REQUESTED,
          CLIENT_CERTIFICATE_REQUIRED,
          HEARTBLEED,
          CCS_INJECTION,
          ROBOT,
          TICKETBLEED ->
          NO;
    };
  }

  /// The facts of a sound site, whose posture is spoilt.
  public static TlsFacts facts(UnaryOperator<TlsPosture> spoilt) {
    var sound = SoundSite.tls();
    var completed = (TlsFacts.Completed) sound.outcome();
    return facts(new TlsFacts.Met(IPV4, completed, spoilt.apply(posture(completed.chain()))));
  }

  /// The facts of a site with these servers, the first of which is the one that browsers come to.
  public static TlsFacts facts(TlsFacts.Server... servers) {
    var sound = SoundSite.tls();
    return new TlsFacts(
        SoundSite.SEEN,
        servers[0].endpoint(),
        SoundSite.HOST,
        servers[0] instanceof TlsFacts.Met met ? met.outcome() : sound.outcome(),
        List.of(servers));
  }

  /// A sound server at an address, whose posture is spoilt.
  public static TlsFacts.Met met(Endpoint at, UnaryOperator<TlsPosture> spoilt) {
    var completed = (TlsFacts.Completed) SoundSite.tls().outcome();
    return new TlsFacts.Met(at, completed, spoilt.apply(posture(completed.chain())));
  }

  /// A server that could not be met.
  public static TlsFacts.Unmet unmet() {
    return new TlsFacts.Unmet(IPV6, new Obstacle(Obstacle.Kind.TIMED_OUT, IPV6.toString()));
  }

  /// It was hidden.
  public static Trial hidden() {
    return new Undecided(new Obstacle(Obstacle.Kind.TIMED_OUT, "5 s"));
  }

  /// The same with another outcome of a version.
  public static TlsPosture version(TlsPosture its, int version, Trial trial) {
    return new TlsPosture(
        its.versions().stream()
            .map(tried -> tried.version() == version ? new VersionTried(version, trial) : tried)
            .toList(),
        its.suites(),
        its.groups(),
        its.chains(),
        its.keys(),
        its.tickets(),
        its.behaviours(),
        its.oddities(),
        its.effort());
  }

  /// The same with other cipher suites of a version, which it then speaks.
  public static TlsPosture suites(TlsPosture its, int version, Order order, Integer... codes) {
    return suites(its, new Suites(version, List.of(codes), order, null));
  }

  /// The same with another list of cipher suites of a version, which it then speaks.
  public static TlsPosture suites(TlsPosture its, Suites list) {
    var spoken = version(its, list.version(), YES);
    return new TlsPosture(
        spoken.versions(),
        Stream.concat(
                its.suites().stream().filter(other -> other.version() != list.version()),
                Stream.of(list))
            .toList(),
        its.groups(),
        its.chains(),
        its.keys(),
        its.tickets(),
        its.behaviours(),
        its.oddities(),
        its.effort());
  }

  /// The same with another list of groups.
  public static TlsPosture groups(TlsPosture its, Groups list) {
    return new TlsPosture(
        its.versions(),
        its.suites(),
        Stream.concat(
                its.groups().stream().filter(other -> other.version() != list.version()),
                Stream.of(list))
            .toList(),
        its.chains(),
        its.keys(),
        its.tickets(),
        its.behaviours(),
        its.oddities(),
        its.effort());
  }

  /// The same with other chains.
  public static TlsPosture chains(TlsPosture its, Shown... shown) {
    return new TlsPosture(
        its.versions(),
        its.suites(),
        its.groups(),
        List.of(shown),
        its.keys(),
        its.tickets(),
        its.behaviours(),
        its.oddities(),
        its.effort());
  }

  /// A chain as it is shown to who asks for the site.
  ///
  /// @param ocsp the stapled response; none for none
  public static Shown shown(@Nullable Part ocsp, List<X509Certificate> chain) {
    return new Shown(
        SoundSite.HOST,
        TLS_1_2,
        0xc02c,
        ECDSA_SECP256R1_SHA256,
        chain.stream().map(SampleAuthority::encoded).toList(),
        ocsp,
        null);
  }

  /// A chain as it is shown in a version.
  ///
  /// @param name the name that was asked for; none when none was
  public static Shown shown(@Nullable String name, int version, List<X509Certificate> chain) {
    return new Shown(
        name,
        version,
        version == TLS_1_3 ? 0x1302 : 0xc02c,
        ECDSA_SECP256R1_SHA256,
        chain.stream().map(SampleAuthority::encoded).toList(),
        null,
        null);
  }

  /// The same with other keys.
  public static TlsPosture keys(TlsPosture its, KeyShown... keys) {
    return new TlsPosture(
        its.versions(),
        its.suites(),
        its.groups(),
        its.chains(),
        List.of(keys),
        its.tickets(),
        its.behaviours(),
        its.oddities(),
        its.effort());
  }

  /// The same with other tickets.
  public static TlsPosture tickets(TlsPosture its, Ticket... tickets) {
    return new TlsPosture(
        its.versions(),
        its.suites(),
        its.groups(),
        its.chains(),
        its.keys(),
        List.of(tickets),
        its.behaviours(),
        its.oddities(),
        its.effort());
  }

  /// The same with another outcome of something tried.
  public static TlsPosture behaviour(TlsPosture its, Behaviour behaviour, Trial trial) {
    return new TlsPosture(
        its.versions(),
        its.suites(),
        its.groups(),
        its.chains(),
        its.keys(),
        its.tickets(),
        its.behaviours().stream()
            .map(tried -> tried.behaviour() == behaviour ? new Tried(behaviour, trial) : tried)
            .toList(),
        its.oddities(),
        its.effort());
  }

  /// The same with answers that follow no offer.
  public static TlsPosture oddities(TlsPosture its, Oddity... oddities) {
    return new TlsPosture(
        its.versions(),
        its.suites(),
        its.groups(),
        its.chains(),
        its.keys(),
        its.tickets(),
        its.behaviours(),
        List.of(oddities),
        its.effort());
  }
}
