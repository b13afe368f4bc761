package uk.nhs.estate.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import uk.nhs.estate.check.Assessment;
import uk.nhs.estate.check.Assessor;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Lookups;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.observation.mail.DkimKeys;
import uk.nhs.estate.observation.mail.DmarcDiscovery;
import uk.nhs.estate.observation.mail.MailRoute;
import uk.nhs.estate.observation.mail.MailTransport;
import uk.nhs.estate.observation.mail.SpfEvaluation;
import uk.nhs.estate.observation.mail.SpfSender;
import uk.nhs.estate.observation.mail.SpfTree;
import uk.nhs.estate.observation.text.IpAddress;
import uk.nhs.estate.policy.Catalogue;
import uk.nhs.estate.register.Domain;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.PublicSuffixes;
import uk.nhs.estate.sample.PretendDns;
import uk.nhs.estate.settings.ScannerConfig;

/// Measures what it costs to judge what was seen of a domain's mail: a domain with two mail servers
/// that lets a large provider and three suppliers send, one of them by way of two more records.
/// `bin/bench-mail` runs it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class MailBenchmark {
  private static final String NAME = "trust.nhs.uk";

  private static final PretendDns DNS =
      PretendDns.of(
          """
          trust.nhs.uk MX 10 mx1.provider.test.
          trust.nhs.uk MX 20 mx2.provider.test.
          mx1.provider.test A 192.0.2.25
          mx1.provider.test AAAA 2001:db8::25
          mx2.provider.test A 192.0.2.26
          mx2.provider.test AAAA 2001:db8::26
          trust.nhs.uk TXT "site-verification=0123456789abcdef0123456789abcdef"
          trust.nhs.uk TXT "MS=ms12345678"
          trust.nhs.uk TXT "v=spf1 mx ip4:198.51.100.0/26 include:spf.protection.provider.test \
          include:_spf.letters.test include:mail.payroll.test include:%{d}.spf.surveys.test ~all"
          spf.protection.provider.test TXT "v=spf1 ip4:40.92.0.0/15 ip4:40.107.0.0/16 \
          ip4:52.100.0.0/15 ip4:52.102.0.0/16 ip4:52.103.0.0/17 ip4:104.47.0.0/17 \
          ip6:2a01:111:f400::/48 ip6:2a01:111:f403::/49 ip6:2a01:111:f403:8000::/51 \
          ip6:2a01:111:f403:c000::/51 ip6:2a01:111:f403:f000::/52 -all"
          _spf.letters.test TXT "v=spf1 include:_netblocks1.letters.test \
          include:_netblocks2.letters.test ~all"
          _netblocks1.letters.test TXT "v=spf1 ip4:35.190.247.0/24 ip4:64.233.160.0/19 \
          ip4:66.102.0.0/20 ip4:66.249.80.0/20 ip4:72.14.192.0/18 ip4:74.125.0.0/16 \
          ip4:108.177.8.0/21 ip4:173.194.0.0/16 ip4:209.85.128.0/17 ip4:216.58.192.0/19 ~all"
          _netblocks2.letters.test TXT "v=spf1 ip6:2001:4860:4000::/36 ip6:2404:6800:4000::/36 \
          ip6:2607:f8b0:4000::/36 ip6:2800:3f0:4000::/36 ip6:2a00:1450:4000::/36 ~all"
          mail.payroll.test TXT "v=spf1 a:out.payroll.test ip4:203.0.113.64/27 -all"
          out.payroll.test A 203.0.113.9
          trust.nhs.uk.spf.surveys.test TXT "v=spf1 ip4:203.0.113.128/28 -all"
          _dmarc.trust.nhs.uk TXT "v=DMARC1; p=reject; rua=mailto:dmarc@trust.nhs.uk"
          _mta-sts.trust.nhs.uk TXT "v=STSv1; id=20261126;"
          _smtp._tls.trust.nhs.uk TXT "v=TLSRPTv1; rua=mailto:tls@trust.nhs.uk"
          selector1._domainkey.trust.nhs.uk TXT \
          "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
          """);

  private final MailFacts mail = seen();

  private final Observation observation =
      new Observation(
          new Domain(new DomainName(NAME)),
          Instant.EPOCH,
          List.of(new Sighting.Seen(Topic.MAIL, mail)));

  private final Assessor assessor = new Assessor(checks());

  private static List<Check> checks() {
    var config = ScannerConfig.read(null);
    var lists = config.lists();
    return Catalogue.checks(config.policies().getLast(), lists.known(Set.of())).stream()
        .filter(check -> check.needs().equals(Set.of(Topic.MAIL)))
        .toList();
  }

  /// A sender that nothing matches, which costs most.
  private final SpfSender stranger =
      SpfSender.mailFrom(
          IpAddress.parse("203.0.113.200").orElseThrow(), "ward@" + NAME, "x.test", Instant.EPOCH);

  /// What a look keeps: the answers to all that the readings of mail ask.
  private static MailFacts seen() {
    var kept = new ArrayList<Lookup>();
    Lookups keeping =
        (name, type) -> {
          var lookup = DNS.asked(name, type);
          kept.add(lookup);
          return lookup;
        };
    SpfTree.of(keeping, NAME);
    DmarcDiscovery.of(NAME, keeping, PublicSuffixes.bundled());
    MailRoute.of(keeping, NAME);
    MailTransport.ask(NAME, List.of("mx1.provider.test", "mx2.provider.test"), keeping);
    DkimKeys.look(NAME, List.of(), List.of("selector1", "selector2", "s1"), keeping);
    keeping.asked(NAME, "SPF");
    return new MailFacts(
        Instant.EPOCH,
        DNS.asked(NAME, "MX"),
        DNS.asked(NAME, "TXT"),
        DNS.asked("_dmarc." + NAME, "TXT"),
        kept.stream().distinct().toList(),
        List.of(),
        null,
        List.of());
  }

  /// All records that the SPF record leads to, with the sums that checks are made of.
  @Benchmark
  public List<Object> spfTree() {
    var tree = SpfTree.of(mail, NAME);
    return List.of(tree.lookups(), tree.voids(), tree.allowed(), tree.duplicates(), tree.hidden());
  }

  /// The same as people read it.
  @Benchmark
  public List<String> spfLines() {
    return SpfTree.of(mail, NAME).lines();
  }

  /// What a receiver makes of one sender.
  @Benchmark
  public SpfEvaluation spfOfOneSender() {
    return SpfEvaluation.of(mail, stranger);
  }

  /// The verdicts of all checks of mail.
  @Benchmark
  public Assessment allChecks() {
    return assessor.assess(observation);
  }
}
