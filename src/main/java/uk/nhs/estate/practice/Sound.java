package uk.nhs.estate.practice;

import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Makes sites and zones with nothing wrong in them, which the practice estate then spoils.
record Sound(PracticeCa ca, Instant now) {

  private static final DateTimeFormatter SERIAL =
      DateTimeFormatter.ofPattern("yyyyMMdd01").withZone(ZoneOffset.UTC);
  private static final int RSA_BITS = 2048;
  private static final int LONGEST_STRING = 255;
  private static final SecureRandom RANDOM = new SecureRandom();

  /// The zone of a domain that sends and receives mail, has two name servers, and lets one
  /// authority issue certificates.
  ///
  /// @param hosts its sites
  /// @param servers its name servers
  /// @param mail its mail server
  /// @param identity what that one shows in TLS
  PracticeZone zone(
      String domain,
      Map<String, InetAddress> hosts,
      List<InetAddress> servers,
      InetAddress mail,
      Identity identity) {
    var zone =
        PracticeZone.of(
            domain,
            """
            @           SOA  ns1 hostmaster %s 7200 1800 1209600 300
            @           NS   ns1
            @           NS   ns2
            ns1         A    %s
            ns2         A    %s
            @           MX   10 mail
            mail        A    %s
            @           TXT  "v=spf1 mx -all"
            _dmarc      TXT  "v=DMARC1; p=reject; rua=mailto:dmarc@%5$s"
            _smtp._tls  TXT  "v=TLSRPTv1; rua=mailto:tls@%5$s"
            _mta-sts    TXT  "v=STSv1; id=%1$s;"
            s1._domainkey TXT %6$s
            _25._tcp.mail TLSA 3 1 1 %7$s
            @           CAA  0 issue "practice-ca.test"
            @           CAA  0 iodef "mailto:security@%5$s"
            """
                .formatted(
                    SERIAL.format(now),
                    servers.getFirst().getHostAddress(),
                    servers.getLast().getHostAddress(),
                    mail.getHostAddress(),
                    domain,
                    dkimKey(),
                    digest(identity)));
    for (var host : hosts.entrySet()) {
      zone = zone.with(host.getKey() + ". A " + host.getValue().getHostAddress());
    }
    return zone;
  }

  /// A key record (RFC 6376 §3.6.1) in strings of 255 octets. Nobody signs with it, so that any odd
  /// number does for its modulus.
  private static String dkimKey() {
    var modulus = new BigInteger(RSA_BITS, RANDOM).setBit(RSA_BITS - 1).setBit(0);
    try {
      var key =
          KeyFactory.getInstance("RSA")
              .generatePublic(new RSAPublicKeySpec(modulus, RSAKeyGenParameterSpec.F4));
      var text = "v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(key.getEncoded());
      return '"'
          + text.substring(0, LONGEST_STRING)
          + "\" \""
          + text.substring(LONGEST_STRING)
          + '"';
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has RSA", e);
    }
  }

  /// The digest of a server's key, as TLSA records have it (RFC 7671 §5.1).
  private static String digest(Identity identity) {
    try {
      var key = identity.leaf().getPublicKey().getEncoded();
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /// The name of a domain's mail server.
  static String mailHost(String domain) {
    return "mail." + domain;
  }

  /// A mail server that speaks TLS to whoever asks.
  PracticeMailServer mailServer(String host, Identity identity) {
    return new PracticeMailServer(
        host, MailManners.Speaks.with(new MailManners.StartTls.Secure(Door.Tls.of(identity))));
  }

  /// Where the MTA-STS policy of a domain is to be found (RFC 8461 §3.3).
  static String policyHost(String domain) {
    return "mta-sts." + domain;
  }

  /// The site that serves the MTA-STS policy of a domain whose mail server is `mail` below it.
  PracticeSite policySite(String domain) {
    var host = policyHost(domain);
    var policy = "version: STSv1\r\nmode: enforce\r\nmx: mail.%s\r\nmax_age: 2592000\r\n";
    var routes =
        new Routes(
            Map.of(
                "/.well-known/mta-sts.txt", Reply.of(200, "text/plain", policy.formatted(domain))),
            Reply.text(404, "There is no such page here.\n"));
    return new PracticeSite(
        host,
        new Door.Http(Routes.everything(Reply.redirect(301, "https://" + host + "{target}"))),
        new Door.Https(Door.Tls.of(ca.issue(order(host))), routes));
  }

  /// A site with a good certificate and every header it should have, that sends all to HTTPS.
  PracticeSite site(String host, String organisation) {
    var http = Routes.everything(Reply.redirect(301, "https://" + host + "{target}"));
    var routes =
        new Routes(
            Map.of(
                "/", page(200, organisation, "Welcome. This organisation is pretend."),
                "/robots.txt", protectedBy(Reply.text(200, "User-agent: *\nAllow: /\n")),
                "/.well-known/security.txt", securityTxt(host, now.plus(Duration.ofDays(200)))),
            page(404, organisation, "There is no such page here."));
    var identity = ca.issue(order(host));
    return new PracticeSite(
        host, new Door.Http(http), new Door.Https(Door.Tls.of(identity), routes));
  }

  CertificateOrder order(String host) {
    return CertificateOrder.of(now, host);
  }

  /// A security.txt (RFC 9116 §2.5) that is good until a moment.
  Reply securityTxt(String host, Instant expires) {
    return protectedBy(
        Reply.text(
            200,
            """
            Contact: mailto:security@%1$s
            Expires: %2$s
            Preferred-Languages: en
            Canonical: https://%1$s/.well-known/security.txt
            """
                .formatted(host, expires.truncatedTo(ChronoUnit.SECONDS))));
  }

  private static Reply page(int status, String organisation, String words) {
    var html =
        """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><title>%1$s</title></head>
        <body><h1>%1$s</h1><p>%2$s</p>
        <footer>
        <a href="/accessibility">Accessibility statement</a>
        <a href="/privacy">Privacy notice</a>
        <a href="/cookies">Cookies</a>
        </footer></body>
        </html>
        """
            .formatted(organisation, words);
    return protectedBy(Reply.html(status, html))
        .with("Set-Cookie: __Host-visit=pretend; Path=/; Secure; HttpOnly; SameSite=Lax");
  }

  /// Adds the headers that every answer of a sound site has.
  static Reply protectedBy(Reply reply) {
    return reply.with(
        "Strict-Transport-Security: max-age=63072000; includeSubDomains",
        "Content-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
        "X-Content-Type-Options: nosniff",
        "X-Frame-Options: DENY",
        "Referrer-Policy: strict-origin-when-cross-origin",
        "Permissions-Policy: camera=(), geolocation=(), microphone=()",
        "Cross-Origin-Opener-Policy: same-origin",
        "Cross-Origin-Resource-Policy: same-origin");
  }
}
