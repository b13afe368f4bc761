package uk.nhs.estate.practice;

import static uk.nhs.estate.practice.PracticeDomain.organisation;

import java.time.Duration;
import java.util.List;
import org.xbill.DNS.Type;
import uk.nhs.estate.practice.CertificateOrder.Chain;
import uk.nhs.estate.practice.CertificateOrder.Key;

/// Who is in the practice estate and what is wrong with each: every state once, as data.
final class PracticePlan {

  private static final String REJECTS_ALL = "_dmarc TXT \"v=DMARC1; p=reject; sp=reject\"\n";

  /// RSA of 768 bits, a length that was factored in 2009.
  private static final String BREAKABLE_KEY =
      """
      MHwwDQYJKoZIhvcNAQEBBQADawAwaAJhAKWjMm38kJGW9cAEMJ8d3JQLtshz/iL86/x/vzWyw46xs8qL+H3ZNRX0Na\
      1f4oF9cyWRxdgbGnXEtiv/neQX3a/I/rHhd9foMiicqJeB+Mu7YMHsslJqXwRAT+CLvwPjLQIDAQAB\
      """;

  private static final String OLD_PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <title>Marrowbone Pretend Walk-in Centre</title>
      <script src="/scripts/jquery-1.12.4.min.js"></script>
      </head>
      <body>
      <h1>Marrowbone Pretend Walk-in Centre</h1>
      <p>Welcome. This organisation is pretend.</p>
      <p><a href="/opening">Opening times</a></p>
      </body>
      </html>
      """;

  private PracticePlan() {}

  /// The same zone without anything that is there for mail.
  private static PracticeZone withoutMail(PracticeZone zone) {
    return zone.without("@", Type.MX)
        .without("v=spf1")
        .without("_dmarc", Type.TXT)
        .without("_smtp._tls", Type.TXT)
        .without("_mta-sts", Type.TXT)
        .without("s1._domainkey", Type.TXT)
        .without("_25._tcp.mail", Type.TLSA);
  }

  /// An SPF record that includes twelve others, a string for each (RFC 7208 §3.3).
  private static String twelveIncludes(String domain) {
    var record = new StringBuilder("@ TXT \"v=spf1\"");
    var others = new StringBuilder();
    for (int number = 1; number <= 12; number++) {
      record.append(" \" include:s%d.%s\"".formatted(number, domain));
      others.append("s%d TXT \"v=spf1 ip4:192.0.2.%d -all\"\n".formatted(number, number));
    }
    return record.append(" \" -all\"\n").append(others).toString();
  }

  static List<PracticeDomain> domains() {
    var northmoor = organisation("Z9Z1A", "Northmoor Hospitals Pretend NHS Trust", "NHS trust");
    var saltmarsh = organisation("Z9Z2B", "Saltmarsh and Fen Pretend NHS Trust", "NHS trust");
    var brackenfold =
        organisation("Z9Z3C", "Brackenfold Community Pretend Care Trust", "Care trust");
    var otterbrook =
        organisation("Z9Z4D", "Otterbrook Pretend Integrated Care Board", "Integrated care board");
    var willowford = organisation("Z9Z5E", "Willowford Pretend Surgery", "GP practice");
    var puddlecombe = organisation("Z9Z6F", "Puddlecombe Pretend Medical Practice", "GP practice");
    var thistledown =
        organisation("Z9Z7G", "Thistledown Pretend Mental Health NHS Trust", "NHS trust");
    var larkspur = organisation("Z9Z8H", "Larkspur Pretend Ambulance NHS Trust", "NHS trust");
    var quietwater =
        organisation(
            "Z9Z9J", "Quietwater Pretend Commissioning Support", "Commissioning support unit");
    var slowley = organisation("Z9Y1K", "Slowley and Dawdle Pretend NHS Trust", "NHS trust");
    var mistlethwaite =
        organisation("Z9Y2L", "Mistlethwaite Pretend Dental Practice", "Dental practice");
    var dunroamin =
        organisation("Z9Y3M", "Old Dunroamin Pretend Primary Care Trust", "Other organisation")
            .closed();
    var hollowbeck = organisation("Z9Y4N", "Hollowbeck Pretend Community NHS Trust", "NHS trust");
    var fernleigh = organisation("Z9Y5P", "Fernleigh Pretend Children NHS Trust", "NHS trust");
    var cloverdale = organisation("Z9Y6Q", "Cloverdale Pretend Health Centre", "GP practice");
    var ravenscar = organisation("Z9Y7R", "Ravenscar Pretend Eye Hospital", "NHS trust");
    var thornwick =
        organisation("Z9Y8S", "Thornwick Pretend Integrated Care Board", "Integrated care board");
    var copperbeech = organisation("Z9Z0U", "Copperbeech Pretend Cottage Hospital", "NHS trust");
    var marrowbone = organisation("Z9Y0V", "Marrowbone Pretend Walk-in Centre", "GP practice");
    var applegarth = organisation("Z9Y9T", "Applegarth Pretend Pharmacy", "Pharmacy");
    return List.of(
        northmoor
            .with(
                "northmoor-hospitals.test", "Everything is in order: this is what good looks like.")
            .site("www", "Everything is in order.", SiteFault.none())
            .site(
                "@",
                "Only sends visitors on to www, as it should.",
                SiteFault.redirectsTo("https://www.northmoor-hospitals.test{target}")),
        northmoor
            .with("northmoor-choir.test", "Sends and receives no mail, and says so.")
            .zone(zone -> withoutMail(zone).with("@ MX 0 .\n@ TXT \"v=spf1 -all\"\n" + REJECTS_ALL))
            .site(
                "www",
                "Only sends visitors on to the hospitals' site.",
                SiteFault.redirectsTo("https://www.northmoor-hospitals.test/")),
        northmoor
            .with(
                "northmoor-appeal.test",
                "Its SPF record needs twelve look-ups, and receivers stop after ten.")
            .zone(zone -> zone.without("v=spf1").with(twelveIncludes(zone.domain())))
            .site("www", "Everything is in order.", SiteFault.none()),
        saltmarsh
            .with(
                "saltmarsh-news.test",
                "Its mail server offers no encryption, although MTA-STS insists on it.")
            .mail(MailFault.noStartTls())
            .site("www", "Everything is in order.", SiteFault.none()),
        thistledown
            .with(
                "thistledown-post.test",
                "The certificate of its mail server expired five days ago.")
            .mail(MailFault.certificateEnds(Duration.ofDays(-5)))
            .site("www", "Everything is in order.", SiteFault.none()),
        otterbrook
            .with(
                "otterbrook-events.test",
                "Its MTA-STS policy does not name its mail server: careful senders deliver"
                    + " nothing.")
            .zone(
                zone ->
                    zone.without("@", Type.MX)
                        .with("@ MX 10 mail.northmoor-hospitals.test.")
                        .without("_25._tcp.mail", Type.TLSA))
            .site("www", "Everything is in order.", SiteFault.none()),
        ravenscar
            .with(
                "ravenscar-letters.test",
                "A DKIM key that can be broken, and DMARC reports that nobody reads any more.")
            .zone(
                zone ->
                    zone.without("s1._domainkey", Type.TXT)
                        .without("_dmarc", Type.TXT)
                        .with(
                            """
                            s1._domainkey TXT "v=DKIM1; p=%s"
                            _dmarc TXT "v=DMARC1; p=quarantine; pct=50; rua=mailto:dmarc-rua@dmarc.service.gov.uk"
                            """
                                .formatted(BREAKABLE_KEY)))
            .site("www", "Everything is in order.", SiteFault.none()),
        cloverdale
            .with(
                "cloverdale-walk.test",
                "Not used for mail, and it does not say so: anybody can write in its name.")
            .zone(PracticePlan::withoutMail)
            .site("www", "Everything is in order.", SiteFault.none()),
        saltmarsh
            .with("saltmarsh-fen.test", "The domain is sound; renewing certificates is not.")
            .site(
                "www",
                "The certificate expired twelve days ago.",
                SiteFault.certificateEnds(Duration.ofDays(-12)))
            .site(
                "jobs",
                "The certificate expires in nine days.",
                SiteFault.certificateEnds(Duration.ofDays(9).plusHours(6))),
        brackenfold
            .with("brackenfold.test", "The domain is sound; the certificates are not its own.")
            .site(
                "www",
                "The certificate is for another name.",
                SiteFault.certificateFor("shared-hosting.test"))
            .site(
                "staff",
                "The certificate is signed by nobody but itself.",
                SiteFault.certificate(order -> order.chain(Chain.SELF_SIGNED))),
        otterbrook
            .with("otterbrook-icb.test", "The domain is sound; its servers were set up in haste.")
            .site(
                "www",
                "The intermediate certificate is not sent.",
                SiteFault.certificate(order -> order.chain(Chain.WITHOUT_INTERMEDIATE)))
            .site(
                "engage",
                "Speaks plain HTTP on the port for HTTPS.",
                SiteFault.clearTextOnHttpsPort())
            .site(
                "archive",
                "Speaks TLS 1.2 alone, with cipher suites of its time.",
                SiteFault.certificate(order -> order.key(Key.RSA_2048))
                    .and(
                        SiteFault.oldSuites(
                            "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA",
                            "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
                            "TLS_DHE_RSA_WITH_AES_128_CBC_SHA")))
            .site(
                "minutes",
                "A certificate that does not belong to the chain comes before those that do.",
                SiteFault.chainOutOfOrder("appliance.otterbrook-icb.test"))
            .site(
                "jobs",
                "Its certificate is valid for two years, and the root is sent with it.",
                SiteFault.certificate(
                    order ->
                        order
                            .chain(Chain.WITH_INTERMEDIATE_AND_ROOT)
                            .from(order.until().minus(Duration.ofDays(730))))),
        willowford
            .with("willowford-surgery.test", "Anybody may send mail in its name: no SPF, no DMARC.")
            .zone(zone -> zone.without("v=spf1").without("_dmarc", Type.TXT))
            .site("www", "Has no HTTPS at all.", SiteFault.noHttps()),
        puddlecombe
            .with("puddlecombe-practice.test", "The domain is sound; the sites could do better.")
            .site(
                "www",
                "HTTP is not redirected to HTTPS, and there is no HSTS.",
                SiteFault.noRedirectToHttps()
                    .and(SiteFault.withoutHeader("Strict-Transport-Security")))
            .site(
                "booking",
                "HSTS lasts for five minutes, and there is no content security policy.",
                SiteFault.header("Strict-Transport-Security", "max-age=300")
                    .and(SiteFault.withoutHeader("Content-Security-Policy"))),
        thistledown
            .with("thistledown-minds.test", "The domain is sound; look at cookies and contacts.")
            .site(
                "www",
                "A session cookie is neither Secure nor HttpOnly.",
                SiteFault.header("Set-Cookie", "session=pretend; Path=/"))
            .site("portal", "Its security.txt has expired.", SiteFault.securityTxtExpired())
            .site("forum", "It has no security.txt.", SiteFault.noSecurityTxt()),
        larkspur
            .with(
                "larkspur-ambulance.test",
                "One name server only, no CAA record, and a DMARC policy that only watches.")
            .zone(
                zone ->
                    zone.without("ns2")
                        .without("@", Type.CAA)
                        .without("_dmarc", Type.TXT)
                        .with(
                            "_dmarc TXT \"v=DMARC1; p=none;"
                                + " rua=mailto:dmarc@larkspur-ambulance.test\""))
            .site("www", "Everything is in order.", SiteFault.none()),
        larkspur
            .with("larkspur-lifesavers.test", "SPF lets the whole world send mail, without DMARC.")
            .zone(
                zone ->
                    zone.without("v=spf1")
                        .without("_dmarc", Type.TXT)
                        .with("@ TXT \"v=spf1 mx +all\""))
            .site(
                "www",
                "Lets any site frame it and guess its content types.",
                SiteFault.withoutHeader("X-Frame-Options")
                    .and(SiteFault.withoutHeader("X-Content-Type-Options"))
                    .and(
                        SiteFault.header(
                            "Content-Security-Policy", "default-src 'self'; form-action 'self'"))),
        copperbeech
            .with(
                "copperbeech-hospital.test",
                "The domain is sound; its sites say too little to browsers.")
            .site(
                "www",
                "No content security policy, and any site may show it inside its own.",
                SiteFault.withoutHeader("Content-Security-Policy")
                    .and(SiteFault.withoutHeader("X-Frame-Options")))
            .site(
                "visiting",
                "Its content security policy lets any script run.",
                SiteFault.header(
                    "Content-Security-Policy",
                    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' https:;"
                        + " object-src *"))
            .site(
                "rota",
                "Lets the scripts of every other site read its pages with the visitor's cookies.",
                SiteFault.readableByEveryOrigin())
            .site(
                "results",
                "Its session cookies are neither Secure nor HttpOnly, and say nothing of other"
                    + " sites.",
                SiteFault.cookies("JSESSIONID=pretend; Path=/", "csrftoken=pretend; Path=/"))
            .site(
                "@",
                "Only sends visitors on to www, as it should.",
                SiteFault.redirectsTo("https://www.copperbeech-hospital.test{target}")),
        marrowbone
            .with(
                "marrowbone-walkin.test",
                "The domain is sound; nobody has looked at its pages for years.")
            .site(
                "www",
                "An old jQuery with known faults, and no accessibility statement, privacy notice or"
                    + " cookie notice.",
                SiteFault.page(OLD_PAGE)
                    .and(
                        SiteFault.header(
                            "Content-Security-Policy",
                            "default-src 'self'; base-uri 'none'; form-action 'self';"
                                + " frame-ancestors 'none'")))
            .site(
                "go",
                "Sends visitors from HTTPS back to HTTP on their way.",
                SiteFault.sendsVisitorsOverHttp("https://www.marrowbone-walkin.test/"))
            .site(
                "@",
                "Only sends visitors on to www, as it should.",
                SiteFault.redirectsTo("https://www.marrowbone-walkin.test{target}")),
        quietwater
            .with(
                "quietwater-support.test",
                "Its name servers are silent: it is down, and little else can be checked.")
            .servers(new ServersFault.Both(new Misbehaviour.Silent()))
            .site("www", "Cannot be found while the name servers are silent.", SiteFault.none()),
        slowley
            .with("slowley-dawdle.test", "The domain is sound; its sites are hard to talk to.")
            .site("www", "Lets visitors in and never answers.", SiteFault.silent())
            .site(
                "appointments",
                "Turns automated visitors away with 403.",
                SiteFault.turnsRobotsAway())
            .site("maps", "Hangs up on every visitor.", SiteFault.resets()),
        mistlethwaite
            .with("mistlethwaite-dental.test", "No longer registered: the name does not exist.")
            .unregistered()
            .site("www", "Does not exist, as its domain does not.", SiteFault.none()),
        dunroamin
            .with("dunroamin-pct.test", "Retired with its organisation, and kept for its history.")
            .site(
                "www",
                "Retired; it still sends visitors on to the successor.",
                SiteFault.redirectsTo("https://www.otterbrook-icb.test/")),
        hollowbeck
            .with(
                "hollowbeck-care.test",
                "Its DNSSEC signatures expired three days ago: to whoever checks them, it is gone.")
            .signed(
                sound ->
                    sound.valid(
                        sound.from().minus(Duration.ofDays(17)),
                        sound.from().minus(Duration.ofDays(3))))
            .site("www", "Everything is in order, for those who can find it.", SiteFault.none()),
        fernleigh
            .with(
                "fernleigh-children.test",
                "One of its two name servers knows nothing of the domain.")
            .servers(new ServersFault.SecondIsLame())
            .site("www", "Everything is in order.", SiteFault.none()),
        cloverdale
            .with("cloverdale-centre.test", "An alias points at a service that was given up.")
            .zone(
                zone ->
                    zone.with("flu-campaign CNAME cloverdale.given-up-hosting.test.")
                        .without("flu-campaign", Type.A))
            .site("www", "Everything is in order.", SiteFault.none())
            .site(
                "flu-campaign",
                "An alias of a name that does not exist: who has it one day gets the visitors.",
                SiteFault.none()),
        ravenscar
            .with(
                "ravenscar-eye.test",
                "One of its two name servers gives the whole zone to anybody who asks.")
            .servers(new ServersFault.Second(new Misbehaviour.GivesZonesAway()))
            .site("www", "Everything is in order.", SiteFault.none()),
        thornwick
            .with(
                "thornwick-icb.test",
                "The registry names an old name server that the domain has replaced.")
            .servers(new ServersFault.ParentNamesAnOldOne())
            .site("www", "Everything is in order.", SiteFault.none()),
        applegarth
            .with("applegarth-pharmacy.test", "Not signed by DNSSEC.")
            .unsigned()
            .site("www", "Everything is in order.", SiteFault.none()));
  }
}
