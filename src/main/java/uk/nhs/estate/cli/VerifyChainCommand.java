package uk.nhs.estate.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bouncycastle.util.io.pem.PemReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.nhs.estate.observation.certificate.Anchors;
import uk.nhs.estate.observation.certificate.Certificate;
import uk.nhs.estate.observation.certificate.Chain;
import uk.nhs.estate.observation.certificate.ChainJudgement;
import uk.nhs.estate.observation.certificate.Flaw;
import uk.nhs.estate.observation.certificate.Octets;
import uk.nhs.estate.observation.certificate.PeerName;
import uk.nhs.estate.observation.certificate.Profile;
import uk.nhs.estate.observation.certificate.Sent;
import uk.nhs.estate.observation.certificate.Unreadable;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.settings.TrustStore;
import uk.nhs.estate.store.FactsJson;

/// Judges a chain of certificates out of a file, as the checks judge what a server sent.
@Command(
    name = "verify-chain",
    description = {
      "Says whether a certificate leads to a trusted root by way of the certificates given with it"
          + " (RFC 5280 section 6), and if not, at which of them the way ends and why. Nothing is"
          + " asked of the network.",
      "The exit status is 0 when the chain holds, 1 when it is broken, 4 when it cannot be said."
    },
    footer = {
      "",
      "Examples:",
      "  estate verify-chain chain.pem --name www.example.nhs.uk",
      "  estate verify-chain chain.pem --ca-file roots.pem --at 2026-12-24T00:00:00Z --json",
      "  openssl s_client -connect www.example.nhs.uk:443 -showcerts </dev/null | \\",
      "    estate verify-chain -"
    },
    mixinStandardHelpOptions = true)
final class VerifyChainCommand implements Callable<Integer> {
  private static final int MOST_OCTETS = 8 << 20;
  private static final Path STANDARD_INPUT = Path.of("-");

  /// What an authority vouches for.
  enum Purpose {
    SERVER,
    ANY
  }

  /// How strictly.
  enum Strictness {
    BROWSER(Profile.BROWSER),
    RFC5280(Profile.RFC_5280),
    WEBPKI(Profile.WEB_PKI);

    private final Profile profile;

    Strictness(Profile profile) {
      this.profile = profile;
    }
  }

  @Spec CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      description =
          "Certificates in PEM: first the one to be judged, then those sent with it, in any order;"
              + " - for standard input.")
  Path file;

  @Option(
      names = "--ca-file",
      paramLabel = "FILE",
      description = "The trusted roots in PEM. Default: those of the Java platform.")
  @Nullable Path roots;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The host name or IP address that it must be for. Default: any.")
  @Nullable String name;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "The moment that counts, such as 2026-11-26T12:00:00Z. Default: now.")
  @Nullable String at;

  @Option(
      names = "--crl",
      paramLabel = "FILE",
      description = "Lists of revoked certificates in PEM. Default: none is looked at.")
  @Nullable Path revoked;

  @Option(
      names = "--purpose",
      paramLabel = "PURPOSE",
      description = "What it must be issued for: ${COMPLETION-CANDIDATES}. Default: server.")
  Purpose purpose = Purpose.SERVER;

  @Option(
      names = "--strictness",
      paramLabel = "WHOSE",
      description =
          "Whose rules break a chain: ${COMPLETION-CANDIDATES}. What the others ask for as well is"
              + " told as a remark. Default: browser.")
  Strictness strictness = Strictness.BROWSER;

  @Option(
      names = "--intermediates",
      paramLabel = "COUNT",
      description =
          "How many certificates may stand between it and the root. Default: ${DEFAULT-VALUE}.")
  int intermediates = Chain.MOST_INTERMEDIATES;

  @Option(names = "--json", description = "Print the result as JSON.")
  boolean json;

  @Override
  public Integer call() {
    if (intermediates < 0 || intermediates > 100) {
      throw new Refusal("intermediates", "A chain has 0 to 100 intermediate certificates.");
    }
    var sent = new ArrayList<>(certificates("file", file));
    var judgement =
        new Chain(
                sent.removeFirst(),
                sent,
                anchors(),
                moment(),
                strictness.profile,
                name == null ? null : PeerName.of(name),
                purpose == Purpose.ANY ? null : Chain.FOR_SERVERS,
                intermediates,
                revoked == null
                    ? List.of()
                    : blocks("crl", revoked, "X509 CRL").stream().map(Octets::new).toList())
            .judge();
    var out = spec.commandLine().getOut();
    if (json) {
      out.println(FactsJson.write(AsJson.of(judgement)));
    } else {
      print(judgement, out);
    }
    return switch (judgement) {
      case ChainJudgement.Holds _ -> 0;
      case ChainJudgement.Broken _ -> EstateCommand.FAULTS_FOUND;
      case ChainJudgement.Unknowable _ -> EstateCommand.NOTHING_SEEN;
    };
  }

  private Anchors anchors() {
    return roots == null
        ? Anchors.ofPlatform(TrustStore.read(null))
        : Anchors.of(certificates("ca-file", roots));
  }

  private Instant moment() {
    if (at == null) {
      return InstantSource.system().instant();
    }
    try {
      return Instant.parse(at);
    } catch (DateTimeParseException _) {
      throw new Refusal(
          "at", Refusal.quote(at) + " is no moment: give one such as 2026-11-26T12:00:00Z.");
    }
  }

  private static List<Certificate> certificates(String field, Path from) {
    var read = new ArrayList<Certificate>();
    int number = 0;
    for (var der : blocks(field, from, "CERTIFICATE")) {
      number++;
      switch (Sent.read(der)) {
        case Certificate certificate -> read.add(certificate);
        case Unreadable(_, var why) ->
            throw new Refusal(
                field, "Certificate %d of %s cannot be read: %s.".formatted(number, from, why));
      }
    }
    if (read.isEmpty()) {
      throw new Refusal(
          field, from + " holds no certificate in PEM (-----BEGIN CERTIFICATE-----).");
    }
    return read;
  }

  private static List<byte[]> blocks(String field, Path from, String type) {
    try (var in = from.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(from)) {
      var octets = in.readNBytes(MOST_OCTETS + 1);
      if (octets.length > MOST_OCTETS) {
        throw new IOException("it is larger than 8 MiB");
      }
      var pem = new PemReader(new StringReader(new String(octets, StandardCharsets.US_ASCII)));
      var blocks = new ArrayList<byte[]>();
      for (var block = pem.readPemObject(); block != null; block = pem.readPemObject()) {
        if (block.getType().equals(type)) {
          blocks.add(block.getContent());
        }
      }
      return blocks;
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      throw new Refusal(field, "%s cannot be read: %s.".formatted(from, reason(e)));
    }
  }

  private static String reason(Exception e) {
    return switch (e) {
      case NoSuchFileException _ -> "there is no such file";
      case AccessDeniedException _ -> "it may not be read";
      default -> String.valueOf(e.getMessage());
    };
  }

  private static void print(ChainJudgement judgement, PrintWriter out) {
    switch (judgement) {
      case ChainJudgement.Holds(var path, var lints) -> {
        out.println("The chain holds.");
        print(path, out);
        lints.forEach(
            lint ->
                out.printf(
                    "  Remark: %s: %s%n",
                    Terminal.safe(lint.where().subject().toString()), Terminal.safe(lint.words())));
      }
      case ChainJudgement.Broken(var path, var flaw) -> {
        out.printf(
            "The chain is broken at %s: %s%n",
            Terminal.safe(flaw.where().subject().toString()), Terminal.safe(flaw.words()));
        print(path, out);
      }
      case ChainJudgement.Unknowable(var why) ->
          out.printf("It cannot be said whether the chain holds: %s%n", Terminal.safe(why));
    }
  }

  private static void print(List<Certificate> path, PrintWriter out) {
    path.forEach(
        link ->
            out.printf(
                "  %s, serial %s, valid %s to %s%n    SHA-256 %s%n",
                Terminal.safe(link.subject().toString()),
                link.serialText(),
                link.notBefore(),
                link.notAfter(),
                link.fingerprint()));
  }

  /// What programs get.
  private record AsJson(
      String result, List<Link> path, @Nullable Remark flaw, List<Remark> remarks) {

    static AsJson of(ChainJudgement judgement) {
      return switch (judgement) {
        case ChainJudgement.Holds(var path, var lints) ->
            new AsJson("holds", links(path), null, lints.stream().map(Remark::of).toList());
        case ChainJudgement.Broken(var path, var flaw) ->
            new AsJson("broken", links(path), Remark.of(flaw), List.of());
        case ChainJudgement.Unknowable(var why) ->
            new AsJson("unknowable", List.of(), new Remark("UNKNOWABLE", "", why), List.of());
      };
    }

    private static List<Link> links(List<Certificate> path) {
      return path.stream().map(Link::of).toList();
    }
  }

  private record Link(
      String subject,
      String issuer,
      String serial,
      Instant notBefore,
      Instant notAfter,
      String sha256) {
    static Link of(Certificate its) {
      return new Link(
          its.subject().toString(),
          its.issuer().toString(),
          its.serialText(),
          its.notBefore(),
          its.notAfter(),
          its.fingerprint());
    }
  }

  private record Remark(String kind, String sha256, String words) {
    static Remark of(Flaw flaw) {
      return new Remark(flaw.kind().name(), flaw.where().fingerprint(), flaw.words());
    }
  }
}
