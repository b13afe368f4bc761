package uk.nhs.estate.sample;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Endpoint;
import uk.nhs.estate.observation.MailServerFacts;
import uk.nhs.estate.observation.MailServerFacts.Met;
import uk.nhs.estate.observation.MailServerFacts.Turn;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.Trial;
import uk.nhs.estate.observation.Trial.TurnedDown;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.practice.CertificateOrder;

/// A mail server with which nothing is wrong, and what is published about it.
public final class SoundMailServer {
  private static final String HOST = SoundDomain.MAIL;
  private static final List<X509Certificate> CHAIN =
      SampleAuthority.issue(SampleAuthority.order(HOST));

  /// The digest of its key (RFC 7671 §5.1).
  public static final String TLSA = "3 1 1 " + digest(CHAIN.getFirst().getPublicKey().getEncoded());

  /// A DKIM key record (RFC 6376 §3.6.1), RSA of 2,048 bits.
  public static final String DKIM_KEY =
      """
      "v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAlenQstTaDhLnqXJUPBJuuybHWCbAun7ZfYZ590HgLreltmVjNwydkMBrPpyjeckdz6ymYQ5NVEqMU8dZrltKCgbZLUob/J5c+W4a5XJxWWe5sVW0gSQHIki8gJmf6aWKpK5pCwGqKC6a8fHkrFJ1n3zqzep1ZAQQ" "eiVncgVxJDkjRXyLo3UOSaJZnEEpD7YxfxBib9cL1sU3HvGDq4ZS0Erd4gzmc3g5KLRerLPDv9+R0I9ELJNxLDqMexbCp/c2CrGFlxhgPkG1KvODcyJ3GzWaNREBsoo3Ft+DAx5hB19tXvmErRx3DDU8MsDZXP4xkhCt6XiAZMpj4LcuxQ5toQIDAQAB"
      """
          .strip();

  private static final String POLICY_URL =
      "https://mta-sts." + SoundDomain.NAME + "/.well-known/mta-sts.txt";

  /// The visit to the MTA-STS policy (RFC 8461 §3.2).
  public static final Visit POLICY =
      policy(
          "version: STSv1\r\nmode: enforce\r\nmx: " + HOST + "\r\nmax_age: 2592000\r\n",
          "Content-Type: text/plain");

  private SoundMailServer() {}

  /// A visit to the MTA-STS policy that was answered with a text.
  ///
  /// @param header field lines such as `Content-Type: text/plain`
  public static Visit policy(String text, String... header) {
    return Visits.answered(text, Visits.hop(POLICY_URL, 200, header));
  }

  /// What was seen of it, under a name.
  public static MailServerFacts met(String host) {
    return met(host, sound -> sound);
  }

  /// The same with something spoilt.
  public static MailServerFacts met(String host, UnaryOperator<Met> spoil) {
    return new MailServerFacts(host, SampleAuthority.SEEN, spoil.apply(sound(host)));
  }

  /// It could not be met.
  public static MailServerFacts unmet(String host) {
    return new MailServerFacts(
        host,
        SampleAuthority.SEEN,
        new MailServerFacts.Unmet(new Obstacle(Obstacle.Kind.TIMED_OUT, "5 s")));
  }

  /// A handshake that was completed with another certificate from the authority that is trusted.
  public static TlsFacts.Completed tls(UnaryOperator<CertificateOrder> change) {
    return tls(SampleAuthority.issue(change.apply(SampleAuthority.order(HOST))));
  }

  /// A handshake that was completed with a chain of certificates.
  public static TlsFacts.Completed tls(List<X509Certificate> chain) {
    return new TlsFacts.Completed(
        "TLSv1.3",
        "TLS_AES_256_GCM_SHA384",
        null,
        chain.stream().map(SampleAuthority::encoded).toList());
  }

  /// The same meeting with another outcome of STARTTLS.
  public static Met withTls(Met met, TlsFacts.@Nullable Outcome tls) {
    return with(met, met.dialogue(), met.greetingMillis(), tls, met.oldTls(), met.injection());
  }

  /// The same meeting, but that its handshake was hidden.
  public static Met withoutTls(Met met, Obstacle hidden) {
    return new Met(
        met.endpoint(),
        met.dialogue(),
        met.greetingMillis(),
        null,
        hidden,
        met.oldTls(),
        met.injection());
  }

  /// The same meeting, if its greeting had taken longer.
  public static Met greetedAfter(Met met, long millis) {
    return with(met, met.dialogue(), millis, met.tls(), met.oldTls(), met.injection());
  }

  /// The same meeting with another outcome of an offer of old versions.
  public static Met withOldTls(Met met, Trial trial) {
    return with(met, met.dialogue(), met.greetingMillis(), met.tls(), trial, met.injection());
  }

  /// The same meeting, if it had dealt otherwise with every kind of offer.
  public static Met withPosture(Met met, UnaryOperator<TlsPosture> spoil) {
    return new Met(
        met.endpoint(),
        met.dialogue(),
        met.greetingMillis(),
        met.tls(),
        met.hidden(),
        met.oldTls(),
        met.injection(),
        spoil.apply(Objects.requireNonNull(met.posture())));
  }

  /// The same meeting with another outcome of a command behind STARTTLS.
  public static Met withInjection(Met met, @Nullable Trial trial) {
    return with(met, met.dialogue(), met.greetingMillis(), met.tls(), met.oldTls(), trial);
  }

  /// The same meeting, if it had got no further than an answer to EHLO or to STARTTLS.
  public static Met untilClearText(Met met, Turn... turns) {
    return with(
        met,
        Stream.concat(met.dialogue().stream().limit(1), Stream.of(turns)).toList(),
        met.greetingMillis(),
        null,
        null,
        null);
  }

  /// The answer to EHLO of a server with some extensions.
  public static Turn hello(String... extensions) {
    return new Turn(
        "EHLO scanner.test",
        Stream.concat(Stream.of("250-" + HOST), Stream.of(extensions).map(one -> "250-" + one))
            .toList());
  }

  private static Met with(
      Met met,
      List<Turn> dialogue,
      long greetingMillis,
      TlsFacts.@Nullable Outcome tls,
      @Nullable Trial oldTls,
      @Nullable Trial injection) {
    return new Met(met.endpoint(), dialogue, greetingMillis, tls, met.hidden(), oldTls, injection);
  }

  private static Met sound(String host) {
    var tls = tls(host.equals(HOST) ? CHAIN : SampleAuthority.issue(SampleAuthority.order(host)));
    return new Met(
        new Endpoint("192.0.2.25", 25),
        List.of(
            new Turn("", List.of("220 " + host + " ESMTP")),
            new Turn(
                "EHLO scanner.test",
                List.of("250-" + host, "250-SIZE 52428800", "250-STARTTLS", "250 8BITMIME")),
            new Turn("STARTTLS", List.of("220 2.0.0 Ready to start TLS"))),
        20,
        tls,
        null,
        new TurnedDown("alert 70"),
        new TurnedDown("221 2.0.0 Bye"),
        SoundTls.posture(tls.chain()));
  }

  private static String digest(byte[] octets) {
    try {
      return HexFormat.of()
          .withUpperCase()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
