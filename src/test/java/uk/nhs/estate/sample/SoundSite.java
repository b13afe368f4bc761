package uk.nhs.estate.sample;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.pick;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;

import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.AddressFacts;
import uk.nhs.estate.observation.Crawl;
import uk.nhs.estate.observation.CrossOrigin;
import uk.nhs.estate.observation.Facts;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.observation.Sibling;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.practice.CertificateOrder;
import uk.nhs.estate.practice.PracticeCa;
import uk.nhs.estate.register.CertificateIssuers;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.Site;

/// A site with which nothing is wrong.
public final class SoundSite {

  public static final String HOST = "www." + SoundDomain.NAME;
  public static final String PLAIN = "http://" + HOST + "/";
  public static final String SECURE = "https://" + HOST + "/";
  public static final String SECURITY_TXT = SECURE + ".well-known/security.txt";
  public static final String ROBOTS = SECURE + "robots.txt";
  public static final Site SITE = new Site(new DomainName(HOST), new DomainName(SoundDomain.NAME));
  public static final Instant SEEN = SoundDomain.SEEN;

  /// Issues the certificates of samples, and is trusted.
  public static final PracticeCa CA = SampleAuthority.CA;

  public static final Set<TrustAnchor> ANCHORS = Set.of(new TrustAnchor(CA.root(), null));

  /// Knows the authority of samples as `ca.test`.
  public static final CertificateIssuers ISSUERS =
      CertificateIssuers.of(
          List.of(
              new CertificateIssuers.Entry(
                  List.of("NHS web estate practice"), List.of("ca.test"))));

  /// The page that a visit ends at.
  public static final Hop PAGE =
      hop(
          SECURE,
          200,
          "Date: Tue, 24 Nov 2026 09:00:00 GMT",
          "Content-Type: text/html; charset=utf-8",
          "Strict-Transport-Security: max-age=31536000; includeSubDomains",
          "Content-Security-Policy: default-src 'self'; base-uri 'none'; form-action 'self';"
              + " frame-ancestors 'self'",
          "X-Content-Type-Options: nosniff",
          "X-Frame-Options: SAMEORIGIN",
          "Permissions-Policy: camera=(), geolocation=(self), microphone=()",
          "Cross-Origin-Opener-Policy: same-origin",
          "Referrer-Policy: strict-origin-when-cross-origin",
          "Set-Cookie: __Host-session=4711; Path=/; Secure; HttpOnly; SameSite=Lax");

  /// What the page says.
  public static final String MARKUP =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <title>Practice trust</title>
      <link rel="stylesheet" href="/assets/site.css">
      </head>
      <body>
      <h1>Practice trust</h1>
      <p>We run hospitals that do not exist.</p>
      <form action="/search"><label>Search <input name="q"></label></form>
      <footer>
      <a href="/accessibility">Accessibility statement</a>
      <a href="/privacy">Privacy notice</a>
      <a href="/cookies">Cookies</a>
      </footer>
      <script src="/assets/site.js"></script>
      </body>
      </html>
      """;

  private static final List<Lookup> ADDRESSES =
      List.of(
          found(HOST, "A", "192.0.2.80"),
          found(HOST, "AAAA", "2001:db8::80"),
          absent(HOST, "CAA"),
          found(SoundDomain.NAME, "CAA", "0 issue \"ca.test\""));

  private static final TlsFacts TLS = tls(order -> order);

  private SoundSite() {}

  /// Its addresses, with some answers spoilt.
  public static AddressFacts address(Lookup... spoilt) {
    var lookups = Lookups.replace(ADDRESSES, spoilt);
    return new AddressFacts(
        SEEN,
        pick(lookups, HOST, "A"),
        pick(lookups, HOST, "AAAA"),
        null,
        lookups.stream().filter(lookup -> lookup.type().equals("CAA")).toList());
  }

  /// Its addresses, if it were an alias of a name.
  public static AddressFacts alias(String... targets) {
    return address(
        Lookups.foundByAlias(List.of(targets), HOST, "A", "192.0.2.80"),
        Lookups.foundByAlias(List.of(targets), HOST, "AAAA", "2001:db8::80"));
  }

  /// Its addresses, if it were an alias of a name that does not exist.
  ///
  /// @param registered the look-up of the domain of that name; null if nobody asked
  public static AddressFacts dangling(@Nullable Lookup registered, String... targets) {
    return new AddressFacts(
        SEEN,
        Lookups.nxdomain(HOST, "A", targets),
        Lookups.nxdomain(HOST, "AAAA", targets),
        registered,
        List.of());
  }

  public static TlsFacts tls() {
    return TLS;
  }

  /// Its TLS, with another certificate from the authority that is trusted.
  public static TlsFacts tls(UnaryOperator<CertificateOrder> change) {
    return tls(SampleAuthority.issue(change.apply(SampleAuthority.order(HOST))));
  }

  /// Its TLS, with another chain of certificates.
  public static TlsFacts tls(List<X509Certificate> chain) {
    return tls(
        new TlsFacts.Completed(
            "TLSv1.3",
            "TLS_AES_256_GCM_SHA384",
            "h2",
            chain.stream().map(SampleAuthority::encoded).toList()));
  }

  public static TlsFacts tls(TlsFacts.Outcome outcome) {
    var posture =
        outcome instanceof TlsFacts.Completed completed
            ? SoundTls.posture(completed.chain())
            : null;
    return new TlsFacts(
        SEEN,
        SoundTls.IPV4,
        HOST,
        outcome,
        List.of(
            new TlsFacts.Met(SoundTls.IPV4, outcome, posture),
            new TlsFacts.Met(SoundTls.IPV6, outcome, posture)));
  }

  public static HttpFacts http() {
    return http(page -> page);
  }

  /// Its HTTP, with the page spoilt.
  public static HttpFacts http(UnaryOperator<Hop> spoilt) {
    return secure(answered(MARKUP, spoilt.apply(PAGE)));
  }

  /// Its HTTP, with other field lines of that name on the page, or none.
  public static HttpFacts header(String name, String... values) {
    return http(page -> Visits.with(page, name, values));
  }

  /// Its HTTP, with the page's status spoilt.
  public static HttpFacts status(int status) {
    return http(page -> Visits.with(page, status));
  }

  /// Its HTTP, with the markup of the page spoilt.
  public static HttpFacts markup(UnaryOperator<String> spoilt) {
    return secure(answered(spoilt.apply(MARKUP), PAGE));
  }

  /// Its HTTP, with the visit over http spoilt.
  public static HttpFacts plain(Visit spoilt) {
    var sound = http();
    return new HttpFacts(
        SEEN,
        HOST,
        spoilt,
        sound.secure(),
        sound.securityTxt(),
        sound.sought(),
        sound.crossOrigin(),
        sound.robots(),
        sound.sibling(),
        sound.crawl());
  }

  /// Its HTTP, with the visit over https spoilt.
  public static HttpFacts secure(Visit spoilt) {
    return new HttpFacts(
        SEEN,
        HOST,
        answered(hop(PLAIN, 301, "Location: " + SECURE), PAGE),
        spoilt,
        answered(
            """
            Contact: mailto:security@trust.nhs.uk
            Expires: 2027-06-30T23:59:00Z
            """,
            hop(SECURITY_TXT, 200, "Content-Type: text/plain")),
        List.of(),
        List.of(
            new CrossOrigin(
                CrossOrigin.Kind.STRANGER,
                "https://cross-origin.invalid",
                "GET",
                Visits.at("2001:db8::80", spoilt)),
            new CrossOrigin(
                CrossOrigin.Kind.STRANGER,
                "https://cross-origin.invalid",
                "OPTIONS",
                answered(hop(SECURE, 405, "Allow: GET, HEAD")))),
        answered("User-agent: *\nAllow: /\n", hop(ROBOTS, 200, "Content-Type: text/plain")),
        new Sibling(
            SoundDomain.NAME,
            answered(hop("http://" + SoundDomain.NAME + "/", 301, "Location: " + SECURE)),
            answered(
                hop(
                    "https://" + SoundDomain.NAME + "/",
                    301,
                    "Location: " + SECURE,
                    "Strict-Transport-Security: max-age=31536000; includeSubDomains"))),
        null);
  }

  /// Its HTTP, with the visit to `security.txt` spoilt.
  public static HttpFacts securityTxt(Visit spoilt) {
    var sound = http();
    return new HttpFacts(
        SEEN,
        HOST,
        sound.plain(),
        sound.secure(),
        spoilt,
        sound.sought(),
        sound.crossOrigin(),
        sound.robots(),
        sound.sibling(),
        sound.crawl());
  }

  /// The same HTTP of a site of another name.
  public static HttpFacts named(String host, HttpFacts http) {
    return new HttpFacts(
        http.seenAt(),
        host,
        http.plain(),
        http.secure(),
        http.securityTxt(),
        http.sought(),
        http.crossOrigin(),
        http.robots(),
        http.sibling(),
        http.crawl());
  }

  /// Its HTTP, with the visit to `robots.txt` spoilt; none if it was not made.
  public static HttpFacts robots(@Nullable Visit spoilt) {
    var sound = http();
    return new HttpFacts(
        SEEN,
        HOST,
        sound.plain(),
        sound.secure(),
        sound.securityTxt(),
        sound.sought(),
        sound.crossOrigin(),
        spoilt,
        sound.sibling(),
        sound.crawl());
  }

  /// Its HTTP, with other requests of other origins.
  public static HttpFacts crossOrigin(CrossOrigin... spoilt) {
    var sound = http();
    return new HttpFacts(
        SEEN,
        HOST,
        sound.plain(),
        sound.secure(),
        sound.securityTxt(),
        sound.sought(),
        List.of(spoilt),
        sound.robots(),
        sound.sibling(),
        sound.crawl());
  }

  /// Its HTTP, with the name without `www.` spoilt; none if it was not visited.
  public static HttpFacts sibling(@Nullable Sibling spoilt) {
    var sound = http();
    return new HttpFacts(
        SEEN,
        HOST,
        sound.plain(),
        sound.secure(),
        sound.securityTxt(),
        sound.sought(),
        sound.crossOrigin(),
        sound.robots(),
        spoilt,
        sound.crawl());
  }

  /// Its HTTP, with a crawl.
  public static HttpFacts crawl(Visit... pages) {
    var sound = http();
    return new HttpFacts(
        SEEN,
        HOST,
        sound.plain(),
        sound.secure(),
        sound.securityTxt(),
        sound.sought(),
        sound.crossOrigin(),
        sound.robots(),
        sound.sibling(),
        new Crawl(List.of(pages), 0, null));
  }

  /// Nobody answers over https, and over http as given.
  public static HttpFacts withoutHttps(Visit plain) {
    return new HttpFacts(
        SEEN, HOST, plain, Visits.nobodyListens(SECURE), Visits.nobodyListens(SECURITY_TXT));
  }

  /// All of it, with some facts spoilt.
  public static Observation observation(Facts... spoilt) {
    return Observations.of(SITE, List.of(address(), tls(), http()), spoilt);
  }

  /// All of it but one thing, which was hidden.
  public static Observation without(Topic hidden) {
    return Observations.without(observation(), hidden);
  }
}
