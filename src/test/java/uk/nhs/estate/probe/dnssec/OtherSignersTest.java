package uk.nhs.estate.probe.dnssec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static uk.nhs.estate.probe.dnssec.SignedZone.name;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Master;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import uk.nhs.estate.observation.Security;

/// What other people's programs sign is believed, and only what it proves.
class OtherSignersTest {
  private static final Name APEX = name("ferry.test.");
  private static final Security SECURE = new Security.Secure();

  /// Letters in both cases, where canonical form matters, and every kind of name.
  private static final String ZONE =
      """
      $TTL 300
      ferry.test. IN SOA Ns1.Ferry.Test. Hostmaster.Ferry.Test. 1 3600 600 86400 300
      ferry.test. IN NS Ns1.Ferry.Test.
      ferry.test. IN CAA 0 issue "ca.test"
      ns1.ferry.test. IN A 192.0.2.53
      ns1.ferry.test. IN AAAA 2001:db8::53
      WWW.ferry.test. IN A 192.0.2.2
      WWW.ferry.test. IN A 192.0.2.1
      WWW.ferry.test. IN TXT "Tickets" "and more"
      _25._tcp.ferry.test. IN TLSA 3 1 1 AB01AB01AB01AB01AB01AB01AB01AB01AB01AB01AB01AB01AB01AB01AB01AB01
      svc.ferry.test. IN TYPE65 \\# 18 000103575757054665727279045465737400
      sip.ferry.test. IN SRV 1 2 5060 Sip.Ferry.Test.
      sip.ferry.test. IN NAPTR 10 20 "s" "SIP+D2U" "" _Sip._Udp.Ferry.Test.
      mail.ferry.test. IN MX 10 Mx.Ferry.Test.
      who.ferry.test. IN RP Somebody.Ferry.Test. Text.Ferry.Test.
      alias.ferry.test. IN CNAME Www.Ferry.Test.
      old.ferry.test. IN DNAME New.Test.
      deep.down.under.ferry.test. IN A 192.0.2.3
      *.wild.ferry.test. IN A 192.0.2.4
      signed.ferry.test. IN NS ns1.signed.ferry.test.
      signed.ferry.test. IN DS 12345 13 2 ABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABAB
      unsigned.ferry.test. IN NS ns1.unsigned.ferry.test.
      ns1.unsigned.ferry.test. IN A 192.0.2.9
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "ECDSAP256SHA256, -3 -",
    "ED25519, -3 AABB -H 5",
    "RSASHA256 -b 2048, ''",
    "ECDSAP384SHA384, -3 - -A",
    "ED448, ''",
    "RSASHA512 -b 1024, -3 0102 -H 10",
    "NSEC3RSASHA1 -b 1024, -3 - -H 1"
  })
  void believesWhatBindSigns(String algorithm, String chain) throws Exception {
    assumeTrue(isInstalled("dnssec-signzone"), "BIND's dnssec-signzone is not installed");
    Files.writeString(folder.resolve("zone"), ZONE);
    run("dnssec-keygen -q -a " + algorithm + " -f KSK ferry.test");
    run("dnssec-keygen -q -a " + algorithm + " ferry.test");
    run("dnssec-signzone -S -q -x -o ferry.test " + chain + " -f signed zone");

    judge(zone(folder.resolve("signed")), chain.endsWith("-A"));
  }

  @ParameterizedTest
  @CsvSource({
    "ECDSAP256SHA256, ''",
    "RSASHA256 -b 2048, -n -t 1 -s ABCD",
    "ED25519, -n",
    "ECDSAP384SHA384, -n -p"
  })
  void believesWhatLdnsSigns(String algorithm, String chain) throws Exception {
    assumeTrue(isInstalled("ldns-signzone"), "ldns-signzone is not installed");
    Files.writeString(folder.resolve("zone"), ZONE);
    var ksk = run("ldns-keygen -k -a " + algorithm + " ferry.test").strip();
    var zsk = run("ldns-keygen -a " + algorithm + " ferry.test").strip();
    run("ldns-signzone -o ferry.test " + chain + " -f signed zone " + ksk + " " + zsk);

    judge(zone(folder.resolve("signed")), chain.endsWith("-p"));
  }

  /// Holds every set, absence and delegation of a zone against what the zone's text says.
  private static void judge(List<Record> zone, boolean isOptOut) {
    var now = Instant.now();
    var dnskey = message(Rcode.NOERROR, of(zone, APEX, Type.DNSKEY), List.of());
    var anchors =
        of(zone, APEX, Type.DNSKEY).stream().filter(r -> r.getType() == Type.DNSKEY).toList();
    var keys = Validation.keysByAnchor(APEX, anchors, dnskey, now);
    assertThat(keys).isInstanceOf(ZoneKeys.Trusted.class);
    var trusted = (ZoneKeys.Trusted) keys;
    var denial =
        zone.stream().filter(Spoiled.signed(Type.NSEC).or(Spoiled.signed(Type.NSEC3))).toList();

    var sets = sets(zone);
    assertThat(sets).hasSizeGreaterThan(20);
    for (var set : sets) {
      boolean isCut = set.getType() == Type.NS && !set.getName().equals(APEX);
      boolean isGlue = set.getName().equals(name("ns1.unsigned.ferry.test."));
      if (!isCut && !isGlue) {
        assertThat(Validation.set(set, set.sigs(), keys, now))
            .describedAs(set.toString())
            .isEqualTo(SECURE);
        if (set.getType() != Type.NSEC3) { // its hashed name is none of the zone's names
          judgeDenied(set, denial, keys, now);
        }
      }
    }
    for (var absent : List.of("nothing.ferry.test.", "a.b.ferry.test.", "x.under.ferry.test.")) {
      assertThat(answer(name(absent), Type.A, Rcode.NXDOMAIN, denial, keys, now))
          .isInstanceOf(isOptOut ? Security.Insecure.class : Security.Secure.class);
    }
    for (var empty : List.of("under.ferry.test.", "wild.ferry.test.", "www.ferry.test.")) {
      assertThat(answer(name(empty), Type.CAA, Rcode.NOERROR, denial, keys, now)).isEqualTo(SECURE);
    }
    assertThat(
            Validation.ds(
                message(Rcode.NOERROR, List.of(), denial),
                name("unsigned.ferry.test."),
                trusted,
                now))
        .isInstanceOf(DsProof.Absent.class);
    assertThat(
            Validation.ds(
                message(Rcode.NOERROR, List.of(), denial), name("www.ferry.test."), trusted, now))
        .isInstanceOf(DsProof.NotDelegated.class);
  }

  /// What is there must not be proved absent, even by all proofs of the zone together.
  private static void judgeDenied(RRset set, List<Record> denial, ZoneKeys keys, Instant now) {
    assertThat(answer(set.getName(), set.getType(), Rcode.NOERROR, denial, keys, now))
        .describedAs("that there is no %s", set)
        .isInstanceOf(Security.Bogus.class);
    assertThat(answer(set.getName(), Type.A, Rcode.NXDOMAIN, denial, keys, now))
        .describedAs("that %s does not exist", set.getName())
        .isInstanceOf(Security.Bogus.class);
  }

  private static Security answer(
      Name name, int type, int rcode, List<Record> denial, ZoneKeys keys, Instant now) {
    return Validation.answer(message(rcode, List.of(), denial), name, type, keys, now);
  }

  private static Message message(int rcode, List<Record> answer, List<Record> authority) {
    var message = Spoiled.empty(APEX);
    message.getHeader().setRcode(rcode);
    answer.forEach(record -> message.addRecord(record, Section.ANSWER));
    authority.forEach(record -> message.addRecord(record, Section.AUTHORITY));
    return message;
  }

  private static List<Record> of(List<Record> zone, Name name, int type) {
    return zone.stream()
        .filter(record -> record.getName().equals(name))
        .filter(Spoiled.signed(type))
        .toList();
  }

  private static List<RRset> sets(List<Record> zone) {
    var sets = new TreeMap<String, RRset>();
    for (var record : zone) {
      int type = record instanceof RRSIGRecord rrsig ? rrsig.getTypeCovered() : record.getType();
      sets.computeIfAbsent(record.getName().canonicalize() + " " + type, _ -> new RRset())
          .addRR(record);
    }
    return List.copyOf(sets.values());
  }

  private static List<Record> zone(Path file) throws IOException {
    var records = new ArrayList<Record>();
    try (var master = new Master(file.toString(), APEX)) {
      for (var record = master.nextRecord(); record != null; record = master.nextRecord()) {
        if (record.getDClass() == DClass.IN) {
          records.add(record);
        }
      }
    }
    return records;
  }

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }

  private String run(String command) throws IOException, InterruptedException {
    var errors = folder.resolve("errors");
    var process =
        new ProcessBuilder(Arrays.stream(command.split(" ")).filter(w -> !w.isEmpty()).toList())
            .directory(folder.toFile())
            .redirectError(errors.toFile())
            .start();
    process.getOutputStream().close();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).describedAs("%s: %s", command, Files.readString(errors)).isZero();
    return output;
  }
}
