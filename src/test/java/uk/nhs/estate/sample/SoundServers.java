package uk.nhs.estate.sample;

import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.NS1;
import static uk.nhs.estate.sample.SoundDomain.NS2;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Asked;
import uk.nhs.estate.observation.Asked.NotAsked;
import uk.nhs.estate.observation.Asked.Outcome;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.Asked.Replied;
import uk.nhs.estate.observation.Asked.Unreplied;
import uk.nhs.estate.observation.Lookup.ResourceRecord;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.observation.ServerFacts;

/// The name servers of the sound domain, and of its parent, with which nothing is wrong.
public final class SoundServers {
  public static final String PARENT_NS = "ns1.nhs.test";

  /// Of the key-signing key: P-256, SHA-256.
  public static final String DS =
      "2371 13 2 38F4F86E4DB02C8EA2CB23C3659C84CB602F39657ACAEE53554DA98C41AD4D33";

  /// Key tag 2371; it signs everything.
  public static final String KSK =
      "257 3 13"
          + " mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==";
  /// Key tag 55647; it waits to be used.
  public static final String ZSK =
      "256 3 13"
          + " GojIhhXUN/u4v54ZQqGSnyhWJwaubCvTmeexv7bR6edbkrSqQpF64cYbcB7wNcP+e+MAnLr+Wi9xMWyQLc8NAA==";

  /// The servers of `nhs.uk`: a referral each, with the DS record.
  public static final List<ServerFacts> PARENTS =
      List.of(parent("192.0.2.1"), parent("198.51.100.1"));

  /// One server for each address of the two name servers.
  public static final List<ServerFacts> ALL =
      List.of(
          server(NS1, "192.0.2.53"),
          server(NS1, "2001:db8:1::53"),
          server(NS2, "198.51.100.53"),
          server(NS2, "2001:db8:2::53"));

  private SoundServers() {}

  /// A server of the parent that refers to the domain's own name servers.
  public static ServerFacts parent(String address) {
    return new ServerFacts(
        List.of(PARENT_NS),
        address,
        List.of(
            new Asked(
                Question.NS,
                referral(
                    NAME,
                    List.of(NS1, NS2),
                    record(NAME, "DS", DS),
                    signature(NAME, "DS", "20261201000000", "20261117000000", "nhs.uk"))),
            new Asked(Question.DS, new NotAsked("the referral tells"))),
        new Security.Secure(),
        1,
        1,
        5);
  }

  /// A server of the domain that does everything right.
  public static ServerFacts server(String name, String address) {
    return new ServerFacts(
        List.of(name),
        address,
        List.of(
            new Asked(Question.SOA, soa()),
            new Asked(
                Question.NS,
                answer(
                    record(NAME, "NS", NS1 + "."),
                    record(NAME, "NS", NS2 + "."),
                    signature(NAME, "NS"))),
            new Asked(
                Question.DNSKEY,
                answer(
                    record(NAME, "DNSKEY", KSK),
                    record(NAME, "DNSKEY", ZSK),
                    signature(NAME, "DNSKEY"))),
            new Asked(
                Question.DENIAL,
                denial(
                    record(NAME, "SOA", SOA),
                    signature(NAME, "SOA"),
                    record(NAME, "NSEC", "mail.trust.nhs.uk. NS SOA MX TXT RRSIG NSEC DNSKEY CAA"),
                    signature(NAME, "NSEC"))),
            new Asked(Question.SOA_BY_TCP, soa()),
            new Asked(Question.TRANSFER, failure("REFUSED")),
            new Asked(Question.EDNS_VERSION_1, failure("BADVERS")),
            new Asked(Question.RECURSION, failure("REFUSED")),
            new Asked(Question.SOFTWARE_VERSION, failure("REFUSED"))),
        new Security.Secure(),
        8,
        8,
        12);
  }

  public static final String SOA = NS1 + ". dns.trust.nhs.uk. 2026112401 7200 3600 1209600 3600";

  /// The answer to the question for the SOA.
  public static Replied soa() {
    return answer(record(NAME, "SOA", SOA), signature(NAME, "SOA"));
  }

  /// Another serial.
  public static Replied soa(long serial) {
    return answer(
        record(NAME, "SOA", SOA.replace("2026112401", Long.toString(serial))),
        signature(NAME, "SOA"));
  }

  /// An authoritative answer.
  public static Replied answer(ResourceRecord... answer) {
    return reply("NOERROR", List.of("qr", "aa"), List.of(answer), List.of());
  }

  /// An authoritative denial of the name.
  public static Replied denial(ResourceRecord... authority) {
    return reply("NXDOMAIN", List.of("qr", "aa"), List.of(), List.of(authority));
  }

  /// An authoritative denial of the type.
  public static Replied noData(ResourceRecord... authority) {
    return reply("NOERROR", List.of("qr", "aa"), List.of(), List.of(authority));
  }

  /// A referral to a zone's name servers.
  public static Replied referral(String zone, List<String> servers, ResourceRecord... more) {
    return reply(
        "NOERROR",
        List.of("qr"),
        List.of(),
        Stream.concat(
                servers.stream().map(server -> record(zone, "NS", server + ".")), Stream.of(more))
            .toList());
  }

  /// Nothing but a response code.
  public static Replied failure(String rcode) {
    return reply(rcode, List.of("qr"), List.of(), List.of());
  }

  public static Replied reply(
      String rcode,
      List<String> flags,
      List<ResourceRecord> answer,
      List<ResourceRecord> authority) {
    return new Replied(rcode, flags, 0, List.of(), true, 200, 12, answer, authority, List.of());
  }

  /// The same reply without an OPT record, with other glue, or with other flags.
  public static Replied with(
      Replied reply, @Nullable Integer edns, List<String> flags, List<ResourceRecord> additional) {
    return new Replied(
        reply.rcode(),
        flags,
        edns,
        reply.extendedErrors(),
        reply.caseKept(),
        reply.octets(),
        reply.millis(),
        reply.answer(),
        reply.authority(),
        additional);
  }

  /// No answer after three tries.
  public static Unreplied silence() {
    return new Unreplied(new Obstacle(Obstacle.Kind.TIMED_OUT), 3);
  }

  public static ResourceRecord record(String name, String type, String data) {
    return new ResourceRecord(name, 3600, type, data);
  }

  /// A signature that is good from a week before until a week after the sample was seen.
  public static ResourceRecord signature(String name, String covered) {
    return signature(name, covered, "20261201090000", "20261117090000", NAME);
  }

  /// @param expires as in RFC 4034 §3.2, so is `from`
  public static ResourceRecord signature(
      String name, String covered, String expires, String from, String signer) {
    int labels = name.split("\\.").length;
    return record(
        name,
        "RRSIG",
        "%s 13 %d 3600 %s %s 2371 %s. c2lnbmF0dXJl"
            .formatted(covered, labels, expires, from, signer));
  }

  /// The same server, but for what it answers to one question.
  public static ServerFacts with(ServerFacts server, Question question, Outcome outcome) {
    var asked = new ArrayList<>(server.asked());
    asked.removeIf(one -> one.question() == question);
    asked.add(new Asked(question, outcome));
    return new ServerFacts(
        server.names(),
        server.address(),
        asked,
        server.security(),
        server.sent(),
        server.answered(),
        server.medianMillis());
  }

  /// The same server with another verdict of DNSSEC on its answers.
  public static ServerFacts with(ServerFacts server, @Nullable Security security) {
    return new ServerFacts(
        server.names(),
        server.address(),
        server.asked(),
        security,
        server.sent(),
        server.answered(),
        server.medianMillis());
  }

  /// The same server with other counts.
  public static ServerFacts with(ServerFacts server, int sent, int answered, long medianMillis) {
    return new ServerFacts(
        server.names(),
        server.address(),
        server.asked(),
        server.security(),
        sent,
        answered,
        medianMillis);
  }

  /// A server that never answered; what was not asked any more says so.
  public static ServerFacts silent(String name, String address) {
    return new ServerFacts(
        List.of(name),
        address,
        Stream.of(Question.values())
            .map(
                question ->
                    new Asked(
                        question,
                        question == Question.SOA
                            ? silence()
                            : new NotAsked("the server was silent before")))
            .toList(),
        null,
        3,
        0,
        0);
  }
}
