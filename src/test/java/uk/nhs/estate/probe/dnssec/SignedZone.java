package uk.nhs.estate.probe.dnssec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNAMERecord;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSEC3Record;
import org.xbill.DNS.NSECRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.NameTooLongException;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.utils.base32;

/// A small signed zone that answers as an authority does, for tests to spoil. It signs and denies
/// with dnsjava's own signer and a chain of its own, so it shares nothing with what is tested.
final class SignedZone {
  static final Instant NOW = Instant.parse("2026-11-26T06:00:00Z");
  static final Instant INCEPTION = NOW.minus(Duration.ofDays(7));
  static final Instant EXPIRATION = NOW.plus(Duration.ofDays(7));

  private static final long TTL = 300;
  private static final Map<String, KeyPair> PAIRS = new ConcurrentHashMap<>();

  /// How the zone denies.
  sealed interface Chain {}

  record Nsec() implements Chain {}

  record Nsec3(int iterations, byte[] salt, boolean optOut) implements Chain {}

  private final Name apex;
  private final Chain chain;
  private final int algorithm;
  private final Instant inception;
  private final Instant expiration;
  private final TreeMap<Name, TreeMap<Integer, RRset>> sets = new TreeMap<>();
  final DNSKEYRecord ksk;
  final DNSKEYRecord zsk;

  SignedZone(String apex, int algorithm, Chain chain, String... lines) {
    this(apex, algorithm, chain, INCEPTION, EXPIRATION, lines);
  }

  SignedZone(
      String apex,
      int algorithm,
      Chain chain,
      Instant inception,
      Instant expiration,
      String... lines) {
    this.apex = name(apex);
    this.chain = chain;
    this.algorithm = algorithm;
    this.inception = inception;
    this.expiration = expiration;
    ksk = key(257);
    zsk = key(256);
    add(apex + " SOA ns1." + apex + " hostmaster." + apex + " 1 3600 600 86400 300");
    add(apex + " NS ns1." + apex);
    Arrays.stream(lines).forEach(this::add);
    add(ksk);
    add(zsk);
  }

  /// The zone that most tests use.
  static SignedZone ferry(int algorithm, Chain chain) {
    return new SignedZone(
        "ferry.test.",
        algorithm,
        chain,
        "ns1.ferry.test. A 192.0.2.53",
        "www.ferry.test. A 192.0.2.1",
        "www.ferry.test. A 192.0.2.2",
        "www.ferry.test. TXT \"Tickets\"",
        "mail.ferry.test. MX 10 Mx.Ferry.Test.",
        "alias.ferry.test. CNAME www.ferry.test.",
        "chain.ferry.test. CNAME alias.ferry.test.",
        "away.ferry.test. CNAME www.harbour.test.",
        "lost.ferry.test. CNAME nothing.ferry.test.",
        "deep.under.ferry.test. A 192.0.2.3",
        "*.wild.ferry.test. A 192.0.2.4",
        "*.alias-wild.ferry.test. CNAME www.ferry.test.",
        "old.ferry.test. DNAME wild.ferry.test.",
        "signed.ferry.test. NS ns1.signed.ferry.test.",
        "signed.ferry.test. DS 12345 13 2 " + "AB".repeat(32),
        "unsigned.ferry.test. NS ns1.unsigned.ferry.test.",
        "ns1.unsigned.ferry.test. A 192.0.2.9");
  }

  static Name name(String text) {
    return Name.fromConstantString(text);
  }

  private DNSKEYRecord key(int flags) {
    try {
      return new DNSKEYRecord(
          apex,
          DClass.IN,
          TTL,
          flags,
          DNSKEYRecord.Protocol.DNSSEC,
          algorithm,
          pair(flags).getPublic());
    } catch (DNSSEC.DNSSECException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Making RSA keys is slow: one of each kind serves all tests.
  private KeyPair pair(int flags) {
    return PAIRS.computeIfAbsent(algorithm + "/" + flags, _ -> pairOf(algorithm));
  }

  private static KeyPair pairOf(int algorithm) {
    AlgorithmParameterSpec parameters =
        switch (algorithm) {
          case 13 -> new ECGenParameterSpec("secp256r1");
          case 14 -> new ECGenParameterSpec("secp384r1");
          case 15 -> NamedParameterSpec.ED25519;
          case 16 -> NamedParameterSpec.ED448;
          default -> new RSAKeyGenParameterSpec(1024, RSAKeyGenParameterSpec.F4);
        };
    try {
      var generator =
          KeyPairGenerator.getInstance(algorithm < 13 ? "RSA" : algorithm < 15 ? "EC" : "EdDSA");
      generator.initialize(parameters);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void add(String line) {
    var parts = line.split(" ", 3);
    try {
      add(
          Record.fromString(
              name(parts[0]), Type.value(parts[1]), DClass.IN, TTL, parts[2], Name.root));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(Record record) {
    sets.computeIfAbsent(record.getName(), _ -> new TreeMap<>())
        .computeIfAbsent(record.getType(), _ -> new RRset())
        .addRR(record);
  }

  Name apex() {
    return apex;
  }

  DSRecord ds(int digest) {
    return new DSRecord(apex, DClass.IN, TTL, digest, ksk);
  }

  /// The zone's keys as a validator has them at the end of a sound chain.
  ZoneKeys.Trusted trusted() {
    return new ZoneKeys.Trusted(apex, List.of(ksk, zsk));
  }

  /// What the zone's server answers.
  Message answer(String name, int type) {
    var message = new Message(1);
    message.getHeader().setFlag(Flags.QR);
    message.getHeader().setFlag(Flags.AA);
    message.addRecord(Record.newRecord(name(name), type, DClass.IN), Section.QUESTION);
    answer(message, name(name), type);
    return message;
  }

  private void answer(Message message, Name name, int type) {
    var cut = cutAbove(name, type);
    if (cut.isPresent()) {
      refer(message, cut.get());
      return;
    }
    var dname = ancestors(name).filter(above -> has(above, Type.DNAME)).findFirst();
    if (dname.isPresent()) {
      put(message, Section.ANSWER, dname.get(), Type.DNAME, dname.get());
      var target = substitute(name, (DNAMERecord) set(dname.get(), Type.DNAME).first());
      message.addRecord(new CNAMERecord(name, DClass.IN, TTL, target), Section.ANSWER);
      answer(message, target, type);
      return;
    }
    if (exists(name)) {
      answerAt(message, name, name, type, false);
      return;
    }
    var encloser = ancestors(name).filter(this::exists).findFirst().orElseThrow();
    var wildcard = name.wild(name.labels() - encloser.labels());
    var nextCloser = new Name(name, name.labels() - encloser.labels() - 1);
    if (exists(wildcard)) {
      answerAt(message, name, wildcard, type, true);
      cover(message, nextCloser);
      if (!has(wildcard, type) && !has(wildcard, Type.CNAME)) {
        match(message, encloser);
      }
    } else {
      message.getHeader().setRcode(Rcode.NXDOMAIN);
      put(message, Section.AUTHORITY, apex, Type.SOA, apex);
      match(message, encloser);
      cover(message, nextCloser);
      cover(message, wildcard);
    }
  }

  /// @param source the name whose records answer: a wildcard, or the name itself
  private void answerAt(Message message, Name name, Name source, int type, boolean isWild) {
    if (has(source, type)) {
      put(message, Section.ANSWER, source, type, name);
    } else if (has(source, Type.CNAME)) {
      put(message, Section.ANSWER, source, Type.CNAME, name);
      var target = ((CNAMERecord) set(source, Type.CNAME).first()).getTarget();
      if (target.subdomain(apex)) {
        answer(message, target, type);
      }
    } else {
      put(message, Section.AUTHORITY, apex, Type.SOA, apex);
      match(message, source);
      if (!isWild && chain instanceof Nsec3) {
        optOutProof(message, source);
      }
    }
  }

  private void refer(Message message, Name cut) {
    message.getHeader().unsetFlag(Flags.AA);
    set(cut, Type.NS).rrs(false).forEach(ns -> message.addRecord(ns, Section.AUTHORITY));
    if (has(cut, Type.DS)) {
      put(message, Section.AUTHORITY, cut, Type.DS, cut);
    } else {
      match(message, cut);
      optOutProof(message, cut);
    }
  }

  /// An unsigned delegation in an opt-out span has no NSEC3 of its own.
  private void optOutProof(Message message, Name name) {
    if (chain instanceof Nsec3(_, _, var optOut) && optOut && !chained().contains(name)) {
      var encloser = ancestors(name).filter(this::exists).findFirst().orElseThrow();
      match(message, encloser);
      cover(message, new Name(name, name.labels() - encloser.labels() - 1));
    }
  }

  private Optional<Name> cutAbove(Name name, int type) {
    return Stream.concat(type == Type.DS ? Stream.empty() : Stream.of(name), ancestors(name))
        .filter(this::isCut)
        .reduce((_, higher) -> higher);
  }

  private boolean isCut(Name name) {
    return !name.equals(apex) && has(name, Type.NS);
  }

  private Stream<Name> ancestors(Name name) {
    return IntStream.rangeClosed(1, name.labels() - apex.labels()).mapToObj(n -> new Name(name, n));
  }

  private boolean exists(Name name) {
    return sets.keySet().stream().anyMatch(own -> own.subdomain(name));
  }

  private boolean has(Name name, int type) {
    return sets.getOrDefault(name, new TreeMap<>()).containsKey(type);
  }

  /// A set as it stands in the zone.
  RRset set(Name name, int type) {
    return Objects.requireNonNull(Objects.requireNonNull(sets.get(name)).get(type));
  }

  private void put(Message message, int section, Name source, int type, Name as) {
    var signed = signed(set(source, type));
    signed.forEach(record -> message.addRecord(record.withName(as), section));
  }

  /// A set's records and their signature.
  List<Record> signed(RRset set) {
    return signed(set, set.getType() == Type.DNSKEY ? ksk : zsk, inception, expiration);
  }

  /// A set with the signature of one of the zone's keys that is valid for a time.
  List<Record> signed(RRset set, DNSKEYRecord key, Instant from, Instant until) {
    return signed(set, key, pair(key.getFlags()).getPrivate(), from, until);
  }

  /// A set with the signature of the key signing key, as if another record published it.
  List<Record> signedAsKsk(RRset set, DNSKEYRecord key) {
    return signed(set, key, pair(257).getPrivate(), inception, expiration);
  }

  private static List<Record> signed(
      RRset set, DNSKEYRecord key, PrivateKey secret, Instant from, Instant until) {
    try {
      var all = new ArrayList<>(set.rrs(false));
      all.add(DNSSEC.sign(set, key, secret, from, until));
      return all;
    } catch (DNSSEC.DNSSECException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Name substitute(Name name, DNAMERecord dname) {
    try {
      return name.fromDNAME(dname);
    } catch (NameTooLongException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The record of denial at a name, with its signature.
  List<Record> denialAt(String name) {
    var message = new Message(1);
    match(message, name(name));
    return message.getSection(Section.AUTHORITY);
  }

  /// Adds the record of denial at a name; where NSEC has none, that around an empty non-terminal.
  private void match(Message message, Name name) {
    var own = denials().stream().filter(denial -> denial.name().equals(name)).findFirst();
    if (own.isPresent()) {
      add(message, own.get());
    } else if (chain instanceof Nsec) {
      cover(message, name);
    }
  }

  /// Adds the record of denial between whose names a name falls.
  private void cover(Message message, Name name) {
    var all = denials();
    Denial last = null;
    for (var denial : all) {
      if (denial.compareTo(name) < 0) {
        last = denial;
      }
    }
    add(message, last == null ? all.getLast() : last);
  }

  private void add(Message message, Denial denial) {
    if (!message.findRecord(denial.record(), Section.AUTHORITY)) {
      signed(new RRset(denial.record()))
          .forEach(record -> message.addRecord(record, Section.AUTHORITY));
    }
  }

  /// A link of the chain.
  private record Denial(Name name, Record record, byte @Nullable [] hash, @Nullable Nsec3 how) {
    int compareTo(Name other) {
      return hash == null || how == null
          ? name.compareTo(other)
          : Arrays.compareUnsigned(hash, SignedZone.hash(other, how));
    }
  }

  private Set<Name> chained() {
    var names = new TreeSet<Name>();
    for (var own : sets.keySet()) {
      boolean isBelowCut = ancestors(own).anyMatch(this::isCut);
      boolean isLeftOut =
          chain instanceof Nsec3(_, _, var optOut) && optOut && isCut(own) && !has(own, Type.DS);
      if (isBelowCut || isLeftOut) {
        continue;
      }
      names.add(own);
      if (chain instanceof Nsec3) {
        ancestors(own).forEach(names::add);
      }
    }
    return names;
  }

  private List<Denial> denials() {
    return switch (chain) {
      case Nsec _ -> {
        var names = List.copyOf(chained());
        yield IntStream.range(0, names.size())
            .mapToObj(
                n ->
                    new Denial(
                        names.get(n),
                        new NSECRecord(
                            names.get(n),
                            DClass.IN,
                            TTL,
                            names.get((n + 1) % names.size()),
                            types(names.get(n), Type.NSEC, Type.RRSIG)),
                        null,
                        null))
            .toList();
      }
      case Nsec3 how -> {
        var names =
            chained().stream()
                .sorted((a, b) -> Arrays.compareUnsigned(hash(a, how), hash(b, how)))
                .toList();
        yield IntStream.range(0, names.size())
            .mapToObj(n -> nsec3(names.get(n), names.get((n + 1) % names.size()), how))
            .toList();
      }
    };
  }

  private Denial nsec3(Name name, Name next, Nsec3 how) {
    var hash = hash(name, how);
    var label = new base32(base32.Alphabet.BASE32HEX, false, true).toString(hash);
    try {
      return new Denial(
          name,
          new NSEC3Record(
              Name.fromString(label, apex),
              DClass.IN,
              TTL,
              NSEC3Record.Digest.SHA1,
              how.optOut() ? NSEC3Record.Flags.OPT_OUT : 0,
              how.iterations(),
              how.salt(),
              hash(next, how),
              (isCut(name) && !has(name, Type.DS)) || !sets.containsKey(name)
                  ? types(name)
                  : types(name, Type.RRSIG)),
          hash,
          how);
    } catch (TextParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private int[] types(Name name, int... more) {
    var own = sets.getOrDefault(name, new TreeMap<>()).keySet().stream();
    return Stream.concat(
            own.filter(type -> !isCut(name) || type == Type.NS || type == Type.DS),
            Arrays.stream(more).boxed())
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static byte[] hash(Name name, Nsec3 how) {
    try {
      var sha1 = MessageDigest.getInstance("SHA-1");
      var hash = name.toWireCanonical();
      for (int round = 0; round <= how.iterations(); round++) {
        sha1.update(hash);
        sha1.update(how.salt());
        hash = sha1.digest();
      }
      return hash;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
