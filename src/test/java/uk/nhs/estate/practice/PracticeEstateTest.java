package uk.nhs.estate.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PracticeEstateTest {

  private final Instant now = Clock.systemUTC().instant();
  private PracticeEstate estate;
  private Visitor visitor;

  @BeforeAll
  void start() throws IOException {
    estate = PracticeEstate.start(now);
    visitor = new Visitor(estate.web(), estate.root());
  }

  @AfterAll
  void stop() throws IOException {
    estate.close();
  }

  @Test
  void pretendsAndSaysSo() {
    assertThat(estate.entries())
        .allSatisfy(
            entry -> {
              assertThat(entry.organisation()).contains("Pretend");
              assertThat(entry.odsCode()).matches("Z9[ZY]\\d[A-Z]");
              assertThat(entry.domain()).endsWith(".test");
              assertThat(entry.shows()).endsWith(".");
              assertThat(entry.hosts())
                  .isNotEmpty()
                  .allSatisfy(host -> assertThat(host.name()).endsWith(entry.domain()));
            });
    assertThat(estate.entries().stream().map(PracticeEntry::odsCode).distinct()).hasSize(20);
    assertThat(estate.entries()).extracting(PracticeEntry::domain).doesNotHaveDuplicates();
    assertThat(estate.entries().stream().filter(PracticeEntry::retired)).hasSize(1);
  }

  @Test
  void hasAnOrganisationInWhichEverythingIsInOrder() throws Exception {
    assertIsSound("www.northmoor-hospitals.test");
    assertThat(visitor.getSecurely("northmoor-hospitals.test", "/wards"))
        .startsWith("HTTP/1.1 301 ")
        .contains("\r\nLocation: https://www.northmoor-hospitals.test/wards\r\n")
        .contains("\r\nStrict-Transport-Security: ");
    assertThat(texts("northmoor-hospitals.test", Type.NS)).hasSize(2);
    assertThat(texts("northmoor-hospitals.test", Type.MX))
        .containsExactly("10 mail.northmoor-hospitals.test.");
    assertThat(texts("northmoor-hospitals.test", Type.TXT)).containsExactly("\"v=spf1 mx -all\"");
    assertThat(texts("_dmarc.northmoor-hospitals.test", Type.TXT))
        .singleElement()
        .asString()
        .contains("p=reject");
    assertThat(texts("northmoor-hospitals.test", Type.CAA)).hasSize(2);
    assertThat(texts("ns1.northmoor-hospitals.test", Type.A)).hasSize(1);
    assertThat(ask("northmoor-hospitals.test", Type.DS).getRcode()).isEqualTo(Rcode.NOERROR);
  }

  @Test
  void hasSitesThatSayTooLittleToBrowsers() throws Exception {
    assertThat(visitor.getSecurely("www.copperbeech-hospital.test", "/"))
        .doesNotContain("Content-Security-Policy", "X-Frame-Options");
    assertThat(visitor.getSecurely("visiting.copperbeech-hospital.test", "/"))
        .contains("'unsafe-inline'");
    assertThat(visitor.getSecurely("results.copperbeech-hospital.test", "/"))
        .contains("\r\nSet-Cookie: JSESSIONID=pretend; Path=/\r\n");
    assertThat(visitor.getSecurely("rota.copperbeech-hospital.test", "/"))
        .doesNotContain("Access-Control-Allow-Origin")
        .contains("\r\nAccess-Control-Allow-Credentials: true\r\n");
    assertThat(visitor.getSecurely("www.marrowbone-walkin.test", "/"))
        .contains("/scripts/jquery-1.12.4.min.js")
        .containsOnlyOnce("Content-Type:");
    assertThat(visitor.getSecurely("go.marrowbone-walkin.test", "/"))
        .contains("\r\nLocation: http://go.marrowbone-walkin.test/start\r\n");
    assertThat(visitor.get("go.marrowbone-walkin.test", "/start"))
        .contains("\r\nLocation: https://www.marrowbone-walkin.test/\r\n");
  }

  @Test
  void hasCertificatesThatAreOutOfDateOrSoonWillBe() throws Exception {
    assertThatThrownBy(() -> visitor.handshake("www.saltmarsh-fen.test"))
        .rootCause()
        .hasMessageContaining("NotAfter");
    var end = visitor.chain("jobs.saltmarsh-fen.test").getFirst().getNotAfter().toInstant();
    assertThat(Duration.between(now, end).toDays()).isEqualTo(9);
    assertIsSound("jobs.saltmarsh-fen.test");
  }

  @Test
  void hasCertificatesThatNobodyShouldBelieve() throws Exception {
    assertThatThrownBy(() -> visitor.handshake("www.brackenfold.test"))
        .rootCause()
        .isInstanceOf(CertificateException.class)
        .hasMessageContaining("www.brackenfold.test");
    for (var host : List.of("staff.brackenfold.test", "www.otterbrook-icb.test")) {
      assertThatThrownBy(() -> visitor.handshake(host))
          .hasMessageContaining("unable to find valid certification path");
      assertThat(visitor.chain(host)).hasSize(1);
    }
    var own = visitor.chain("staff.brackenfold.test").getFirst();
    assertThat(own.getIssuerX500Principal()).isEqualTo(own.getSubjectX500Principal());
  }

  @Test
  void hasSitesWithoutHttps() throws Exception {
    assertThatThrownBy(() -> visitor.handshake("www.willowford-surgery.test"))
        .isInstanceOf(Loopback.hasWholeNetwork() ? ConnectException.class : IOException.class);
    assertThat(visitor.get("www.willowford-surgery.test", "/")).startsWith("HTTP/1.1 200 OK");
    assertThatThrownBy(() -> visitor.handshake("engage.otterbrook-icb.test"))
        .isInstanceOf(SSLException.class)
        .hasMessageContaining("unrecognized SSL message");
  }

  @Test
  void hasSitesWhoseHeadersCouldBeBetter() throws Exception {
    assertThat(visitor.get("www.puddlecombe-practice.test", "/")).startsWith("HTTP/1.1 200 ");
    assertThat(visitor.getSecurely("www.puddlecombe-practice.test", "/"))
        .startsWith("HTTP/1.1 200 ")
        .doesNotContain("Strict-Transport-Security");
    assertThat(visitor.getSecurely("booking.puddlecombe-practice.test", "/"))
        .contains("\r\nStrict-Transport-Security: max-age=300\r\n")
        .doesNotContain("Content-Security-Policy");
    assertThat(visitor.getSecurely("www.thistledown-minds.test", "/"))
        .contains("\r\nSet-Cookie: session=pretend; Path=/\r\n");
    assertThat(visitor.getSecurely("www.larkspur-lifesavers.test", "/"))
        .doesNotContain("X-Frame-Options")
        .doesNotContain("frame-ancestors")
        .doesNotContain("nosniff");
  }

  @Test
  void hasSecurityTxtThatIsGoodAndOldAndMissing() throws Exception {
    var path = "/.well-known/security.txt";
    assertThat(expiry(visitor.getSecurely("www.northmoor-hospitals.test", path))).isAfter(now);
    assertThat(expiry(visitor.getSecurely("portal.thistledown-minds.test", path))).isBefore(now);
    assertThat(visitor.getSecurely("forum.thistledown-minds.test", path))
        .startsWith("HTTP/1.1 404 ");
  }

  @Test
  void hasZonesThatLackProtection() throws IOException {
    assertThat(texts("larkspur-ambulance.test", Type.NS)).hasSize(1);
    assertThat(texts("larkspur-ambulance.test", Type.CAA)).isEmpty();
    assertThat(texts("_dmarc.larkspur-ambulance.test", Type.TXT))
        .singleElement()
        .asString()
        .contains("p=none");
    assertThat(texts("larkspur-lifesavers.test", Type.TXT)).containsExactly("\"v=spf1 mx +all\"");
    assertThat(ask("_dmarc.larkspur-lifesavers.test", Type.TXT).getRcode())
        .isEqualTo(Rcode.NXDOMAIN);
    assertThat(texts("willowford-surgery.test", Type.TXT)).isEmpty();
  }

  @Test
  void hasADomainWithoutMail() throws IOException {
    assertThat(texts("northmoor-choir.test", Type.MX)).containsExactly("0 .");
    assertThat(texts("northmoor-choir.test", Type.TXT)).containsExactly("\"v=spf1 -all\"");
    assertThat(texts("_dmarc.northmoor-choir.test", Type.TXT))
        .singleElement()
        .asString()
        .contains("p=reject");
  }

  @Test
  void hasNamesThatCannotBeAskedForAndNamesThatDoNotExist() throws IOException {
    assertThatThrownBy(() -> ask("www.quietwater-support.test", Type.A))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("imed out");
    for (var name : List.of("mistlethwaite-dental.test", "www.mistlethwaite-dental.test")) {
      assertThat(ask(name, Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
    }
  }

  @Test
  void isSignedAllTheWayFromItsRoot() throws Exception {
    var resolver = new Asker(estate.resolver());
    for (var name : List.of(".", "test", "northmoor-hospitals.test")) {
      var keys = resolver.ask(Asker.dnssec(name, Type.DNSKEY)).getSectionRRsets(Section.ANSWER);
      var key = (DNSKEYRecord) keys.getFirst().first();
      DNSSEC.verify(keys.getFirst(), keys.getFirst().sigs().getFirst(), key, now);
      var ds = new DSRecord(key.getName(), DClass.IN, key.getTTL(), DNSSEC.Digest.SHA256, key);
      var published = name.equals(".") ? estate.trustAnchor() : ask(name, Type.DS).toString();
      assertThat(published).contains(ds.rdataToString());
    }
    assertThat(estate.rootHints()).contains("a.root.test.").contains("\tA\t127.");
    assertThat(estate.dnsPort()).isEqualTo(estate.resolver().getPort());
  }

  @Test
  void hasADomainWhoseSignaturesHaveExpiredAndOneWithoutAny() throws IOException {
    var expired = signatures("hollowbeck-care.test");
    assertThat(expired).hasSize(1);
    assertThat(expired.getFirst().getExpire()).isBefore(now.minus(Duration.ofDays(2)));
    assertThat(texts("hollowbeck-care.test", Type.DS)).hasSize(1);
    assertThat(signatures("applegarth-pharmacy.test")).isEmpty();
    assertThat(texts("applegarth-pharmacy.test", Type.DS)).isEmpty();
    assertThat(signatures("northmoor-hospitals.test").getFirst().getExpire())
        .isAfter(now.plus(Duration.ofDays(13)));
  }

  @Test
  void hasADelegationToAServerThatDoesNotKnowTheDomain() throws IOException {
    assumeTrue(Loopback.hasWholeNetwork());
    assertThat(server("ns1", "fernleigh-children.test").ask("fernleigh-children.test", Type.SOA))
        .returns(Rcode.NOERROR, Message::getRcode);
    assertThat(server("ns2", "fernleigh-children.test").ask("fernleigh-children.test", Type.SOA))
        .returns(Rcode.REFUSED, Message::getRcode);
  }

  @Test
  void hasANameServerThatGivesItsZoneAway() throws IOException {
    assumeTrue(Loopback.hasWholeNetwork());
    var transfer = Asker.query("ravenscar-eye.test", Type.AXFR);
    assertThat(server("ns1", "ravenscar-eye.test").tcp(transfer))
        .returns(Rcode.REFUSED, Message::getRcode);
    assertThat(Asker.types(server("ns2", "ravenscar-eye.test").tcp(transfer), Section.ANSWER))
        .startsWith(Type.SOA)
        .contains(Type.MX)
        .endsWith(Type.SOA);
  }

  @Test
  void hasAnAliasOfANameThatDoesNotExist() throws IOException {
    var reply = ask("flu-campaign.cloverdale-centre.test", Type.A);

    assertThat(Asker.types(reply, Section.ANSWER)).containsExactly(Type.CNAME);
    assertThat(reply.getRcode()).isEqualTo(Rcode.NXDOMAIN);
    assertThat(ask("given-up-hosting.test", Type.NS).getRcode()).isEqualTo(Rcode.NXDOMAIN);
  }

  @Test
  void hasARegistryThatNamesAnOldNameServer() throws IOException {
    assumeTrue(Loopback.hasWholeNetwork());
    var registry = server("a.registry", "test");
    var reply = registry.ask("thornwick-icb.test", Type.NS);

    assertThat(Asker.data(reply, Section.AUTHORITY))
        .containsExactlyInAnyOrder("ns1.thornwick-icb.test.", "ns-old.thornwick-icb.test.");
    assertThat(texts("thornwick-icb.test", Type.NS))
        .containsExactlyInAnyOrder("ns1.thornwick-icb.test.", "ns2.thornwick-icb.test.");
    assertThat(Asker.data(reply, Section.ADDITIONAL))
        .contains(texts("ns-old.thornwick-icb.test", Type.A).getFirst());
  }

  @Test
  void isSilentWhereItsNameServersAreAndNotAbove() throws IOException {
    assumeTrue(Loopback.hasWholeNetwork());
    var above = server("a.registry", "test").ask("quietwater-support.test", Type.NS);

    assertThat(Asker.types(above, Section.AUTHORITY)).containsExactly(Type.NS, Type.NS);
    var glue = (ARecord) above.getSection(Section.ADDITIONAL).getFirst();
    assertThat(
            Asker.of(estate.dns(), glue.getAddress())
                .hearsNothing(Asker.query("quietwater-support.test", Type.SOA)))
        .isTrue();
  }

  @Test
  void hasSitesThatAreHardToTalkTo() throws Exception {
    assertThatThrownBy(() -> visitor.handshake("www.slowley-dawdle.test"))
        .isInstanceOf(SocketTimeoutException.class);
    assertThatThrownBy(() -> visitor.get("www.slowley-dawdle.test", "/"))
        .isInstanceOf(SocketTimeoutException.class);
    assertThat(visitor.getSecurely("appointments.slowley-dawdle.test", "/"))
        .startsWith("HTTP/1.1 403 Forbidden\r\n");
    assertThatThrownBy(() -> visitor.handshake("maps.slowley-dawdle.test"))
        .isInstanceOf(SocketException.class)
        .hasMessageContaining("reset");
  }

  @Test
  void givesEveryHostAnAddressThatTheScannerMayConnectTo() throws IOException {
    var unasked = List.of("quietwater-support.test", "mistlethwaite-dental.test");
    var dangling = "flu-campaign.cloverdale-centre.test";
    for (var entry : estate.entries()) {
      for (var host : entry.hosts()) {
        if (!unasked.contains(entry.domain()) && !host.name().equals(dangling)) {
          assertThat(texts(host.name(), Type.A)).singleElement().asString().startsWith("127.");
        }
      }
    }
    assertThat(PracticeEstate.NETWORKS).containsExactly("127.0.0.0/8");
  }

  @Test
  void canBeRepairedAndSpoiltAgain() throws Exception {
    for (var entry : estate.entries()) {
      estate.repair(entry.domain());
      for (var host : entry.hosts()) {
        estate.repair(host.name());
        assertIsSound(host.name());
        assertThat(texts(host.name(), Type.A)).hasSize(1);
      }
      assertThat(texts(entry.domain(), Type.NS)).hasSize(2);
      assertThat(texts(entry.domain(), Type.TXT)).containsExactly("\"v=spf1 mx -all\"");
      estate.spoil(entry.domain());
      for (var host : entry.hosts()) {
        estate.spoil(host.name());
      }
    }
    assertThatThrownBy(() -> visitor.handshake("www.saltmarsh-fen.test"))
        .rootCause()
        .hasMessageContaining("NotAfter");
    assertThatThrownBy(() -> estate.repair("nobody.test"))
        .hasMessageContaining("nothing in the practice estate is called nobody.test");
  }

  @Test
  void showsItsRootAsTextForATrustStore() throws GeneralSecurityException {
    var text = estate.rootPem().getBytes(StandardCharsets.US_ASCII);
    var read = CertificateFactory.getInstance("X.509");

    assertThat(read.generateCertificate(new ByteArrayInputStream(text))).isEqualTo(estate.root());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void leavesNoSocketBehind() throws Exception {
    long before = sockets();
    try (var other = PracticeEstate.start(now)) {
      assertThat(sockets()).isGreaterThan(before + 3);
      assertThat(other.httpPort()).isNotEqualTo(estate.httpPort());
      var guest = new Visitor(other.web(), other.root());
      assertThatThrownBy(() -> guest.get("www.slowley-dawdle.test", "/"))
          .isInstanceOf(SocketTimeoutException.class);
    }
    for (int i = 0; i < 50 && sockets() > before; i++) {
      Thread.sleep(20); // the visitor's own socket may take a moment
    }
    assertThat(sockets()).isLessThanOrEqualTo(before);
  }

  private void assertIsSound(String host) throws Exception {
    assertThat(visitor.getSecurely(host, "/"))
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains(
            "\r\nStrict-Transport-Security: max-age=63072000; includeSubDomains\r\n",
            "\r\nContent-Security-Policy: default-src 'none'; ",
            "\r\nX-Content-Type-Options: nosniff\r\n",
            "\r\nX-Frame-Options: DENY\r\n",
            "\r\nReferrer-Policy: strict-origin-when-cross-origin\r\n",
            "; Secure; HttpOnly; SameSite=Lax\r\n");
    assertThat(visitor.getSecurely(host, "/robots.txt")).startsWith("HTTP/1.1 200 OK\r\n");
    assertThat(visitor.get(host, "/?a=b"))
        .startsWith("HTTP/1.1 301 ")
        .contains("\r\nLocation: https://" + host + "/?a=b\r\n");
    assertThat(expiry(visitor.getSecurely(host, "/.well-known/security.txt"))).isAfter(now);
  }

  private static Instant expiry(String securityTxt) {
    var line = securityTxt.lines().filter(one -> one.startsWith("Expires: ")).findFirst();
    return Instant.parse(line.orElseThrow().substring("Expires: ".length()));
  }

  private Asker server(String label, String domain) throws IOException {
    var addresses = ask(label + "." + domain, Type.A).getSection(Section.ANSWER);
    return Asker.of(estate.dns(), ((ARecord) addresses.getFirst()).getAddress());
  }

  private List<RRSIGRecord> signatures(String name) throws IOException {
    return new Asker(estate.resolver())
        .ask(Asker.dnssec(name, Type.SOA)).getSection(Section.ANSWER).stream()
            .filter(RRSIGRecord.class::isInstance)
            .map(RRSIGRecord.class::cast)
            .toList();
  }

  private List<String> texts(String name, int type) throws IOException {
    return ask(name, type).getSection(Section.ANSWER).stream().map(Record::rdataToString).toList();
  }

  private Message ask(String name, int type) throws IOException {
    var resolver = new SimpleResolver(estate.resolver());
    resolver.setTimeout(Duration.ofMillis(500));
    var question = Record.newRecord(PracticeZone.name(name), type, DClass.IN);
    return resolver.send(Message.newQuery(question));
  }

  private static long sockets() throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.filter(PracticeEstateTest::isSocket).count();
    }
  }

  private static boolean isSocket(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
    } catch (IOException _) {
      return false; // closed meanwhile
    }
  }
}
