package uk.nhs.estate.practice;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/// Makes sites and zones with nothing wrong in them, which the practice estate then spoils.
record Sound(PracticeCa ca, Instant now) {

  private static final DateTimeFormatter SERIAL =
      DateTimeFormatter.ofPattern("yyyyMMdd01").withZone(ZoneOffset.UTC);
  private static final InetAddress MAIL = new Loopback(25).next();

  /// The zone of a domain that sends and receives mail, has two name servers, and lets one
  /// authority issue certificates.
  PracticeZone zone(String domain, Map<String, InetAddress> hosts, List<InetAddress> servers) {
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
            @           CAA  0 issue "practice-ca.test"
            @           CAA  0 iodef "mailto:security@%5$s"
            """
                .formatted(
                    SERIAL.format(now),
                    servers.getFirst().getHostAddress(),
                    servers.getLast().getHostAddress(),
                    MAIL.getHostAddress(),
                    domain));
    for (var host : hosts.entrySet()) {
      zone = zone.with(host.getKey() + ". A " + host.getValue().getHostAddress());
    }
    return zone;
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
        <body><h1>%1$s</h1><p>%2$s</p></body>
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
