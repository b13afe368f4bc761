package uk.nhs.estate.observation.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.MailServerFacts;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.text.DkimKey;
import uk.nhs.estate.observation.text.Reading;

/// Says in plain words what was seen of a domain's mail, for a terminal and for a page.
public final class MailWords {
  private MailWords() {}

  /// One thing about mail.
  ///
  /// @param lines at least one; they may be indented, and hold text as it was sent
  public record About(String title, List<String> lines) {
    public About {
      lines = List.copyOf(lines);
    }
  }

  /// Everything worth saying, the most telling first.
  public static List<About> of(MailFacts mail) {
    if (mail.txt().provesThatTheNameDoesNotExist()) {
      return List.of(new About("Use", List.of("The name does not exist")));
    }
    return List.of(
        new About("Use", List.of(use(mail))),
        new About("Where mail goes", route(mail)),
        new About("SPF: who may send", spf(mail)),
        new About("DMARC: what is done with forged mail", dmarc(mail)),
        new About("DKIM: keys for signatures", dkim(mail)),
        new About("MTA-STS: encryption is insisted on", sts(mail)),
        new About(
            "TLS-RPT: reports on encryption",
            List.of(published(Published.tlsRpt(mail.name(), mail)))),
        new About(
            "DANE: keys pinned in the DNS", orNone(Dane.of(mail).stream().map(MailWords::words))),
        new About("BIMI: a logo", List.of(published(Published.bimi(mail.name(), mail)))),
        new About("Mail servers", orNone(mail.servers().stream().flatMap(MailWords::words))));
  }

  private static String use(MailFacts mail) {
    return switch (MailUse.of(mail)) {
      case MailUse.Used(var takes) ->
          takes ? "Takes mail" : "Takes no mail, but lets somebody send";
      case MailUse.Unused(var why) -> "Not used for mail: " + why;
      case MailUse.Hidden(var obstacle) -> couldNotAsk(obstacle);
    };
  }

  private static List<String> route(MailFacts mail) {
    if (mail.mx().answer() instanceof Lookup.Unasked(var obstacle)) {
      return List.of(couldNotAsk(obstacle));
    }
    var route = MailRoute.of(mail, mail.name());
    if (route.implied()) {
      return List.of("No MX record");
    }
    return route.servers().isEmpty()
        ? List.of("To nobody: a null MX record")
        : route.servers().stream()
            .map(
                server ->
                    server.host()
                        + (server.addresses().isEmpty()
                            ? ": no address was found"
                            : ": " + String.join(", ", server.addresses())))
            .toList();
  }

  private static List<String> spf(MailFacts mail) {
    var tree = SpfTree.of(mail, mail.name());
    var lines = new ArrayList<>(tree.lines());
    if (!tree.entries().isEmpty()) {
      lines.add(
          "%d of %d look-ups, %d of %d void"
              .formatted(
                  tree.lookups(), SpfTree.MOST_LOOKUPS, tree.voids().size(), SpfTree.MOST_VOIDS));
    }
    return lines;
  }

  private static List<String> dmarc(MailFacts mail) {
    var discovery = DmarcDiscovery.of(mail);
    var lines = new ArrayList<String>();
    lines.add("For the domain itself: " + discovery.reading().domain().words());
    lines.add("For names below it: " + discovery.reading().subdomains().words());
    lines.add("For names that do not exist: " + discovery.reading().missing().words());
    lines.addAll(discovery.trace().lines().toList());
    return lines;
  }

  private static List<String> dkim(MailFacts mail) {
    var keys = DkimKeys.of(mail);
    var lines = new ArrayList<>(keys.found().stream().flatMap(MailWords::words).toList());
    keys.tried().stream()
        .filter(one -> one.registered() && one.keys().isEmpty())
        .map(
            one ->
                one.selector()
                    + " (registered): "
                    + one.obstacle().map(MailWords::couldNotAsk).orElse("no key"))
        .forEach(lines::add);
    if (keys.found().isEmpty()) {
      lines.add("No key was found at the selectors tried, which does not prove that there is none");
    }
    lines.add(
        "Tried: "
            + keys.tried().stream()
                .map(DkimKeys.Tried::selector)
                .collect(Collectors.joining(", ")));
    return lines;
  }

  private static Stream<String> words(DkimKeys.Tried one) {
    return one.keys().stream()
        .map(
            key ->
                one.selector()
                    + one.alias().map(alias -> " (an alias of " + alias + ")").orElse("")
                    + ": "
                    + words(key.key())
                    + (key.isTest() ? ", for tests only" : ""));
  }

  private static String words(DkimKey.PublicKey key) {
    return switch (key) {
      case DkimKey.Revoked() -> "revoked";
      case DkimKey.Rsa(_, var bits, _) -> "RSA, " + bits + " bits";
      case DkimKey.Ed25519 _ -> "Ed25519";
      case DkimKey.OfOtherType(var type) -> "of the unknown type " + type;
      case DkimKey.Unreadable(var why) -> "unreadable: " + why;
    };
  }

  private static List<String> sts(MailFacts mail) {
    var sts = Sts.of(mail);
    var lines = new ArrayList<String>();
    lines.add(published(sts.record()));
    fetched(sts.fetched()).ifPresent(lines::add);
    return lines;
  }

  private static Optional<String> fetched(Sts.Fetched fetched) {
    return switch (fetched) {
      case Sts.Unvisited _ -> Optional.empty();
      case Sts.Hidden(var obstacle) ->
          Optional.of("The policy could not be seen: " + obstacle.words());
      case Sts.Refused(var why) -> Optional.of("No policy is served: " + why);
      case Sts.Untrusted(var why) -> Optional.of("The policy's host cannot be trusted: " + why);
      case Sts.Served(_, Reading.Valid(var policy)) ->
          Optional.of(
              "The policy: mode %s, for %d days, mail servers %s"
                  .formatted(
                      policy.mode().text(),
                      policy.maxAge().toDays(),
                      String.join(", ", policy.patterns())));
      case Sts.Served(_, Reading.Invalid(var problem)) ->
          Optional.of("The policy cannot be read: " + problem);
    };
  }

  private static String published(Published<?> published) {
    return switch (published) {
      case Published.One<?>(_, var text) -> text;
      case Published.Malformed<?>(var text, var problem) -> text + " (" + problem + ")";
      case Published.Several<?>(var texts) -> texts.size() + " records, of which none counts";
      case Published.None<?> _ -> "No record";
      case Published.Hidden<?>(var obstacle) -> couldNotAsk(obstacle);
    };
  }

  private static String words(Dane dane) {
    return dane.host()
        + ": "
        + switch (dane) {
          case Dane.Hidden(_, var why, _) -> "could not ask, " + why;
          case Dane.None(_, var signed) ->
              signed ? "no TLSA record" : "no TLSA record, and its zone is not signed";
          case Dane.Unsafe(_, var why) -> why;
          case Dane.Pinned pinned ->
              "%d TLSA records, %d of them usable"
                  .formatted(
                      pinned.usable().size() + pinned.unusable().size(), pinned.usable().size());
        };
  }

  private static Stream<String> words(MailServerFacts server) {
    return switch (server.meeting()) {
      case MailServerFacts.Unmet(var obstacle) ->
          Stream.of(server.host() + ": could not be met, " + obstacle.words());
      case MailServerFacts.NobodyListens(var endpoint) ->
          Stream.of(server.host() + ": nobody listens at " + endpoint);
      case MailServerFacts.Met met ->
          Stream.concat(
              Stream.of(
                  "%s at %s, met %s: %s"
                      .formatted(server.host(), met.endpoint(), server.seenAt(), tls(met))),
              met.dialogue().stream()
                  .flatMap(
                      turn ->
                          Stream.concat(
                              turn.sent().isEmpty()
                                  ? Stream.empty()
                                  : Stream.of("  > " + turn.sent()),
                              turn.reply().stream().map(line -> "  < " + line))));
    };
  }

  private static String tls(MailServerFacts.Met met) {
    if (!met.offersTls()) {
      return "does not offer STARTTLS";
    }
    return switch (met.tls()) {
      case null -> "offers STARTTLS";
      case TlsFacts.Completed(var version, var suite, _, _) -> version + " with " + suite;
      case TlsFacts.Failed(_, var answer) -> "the TLS handshake fails (" + answer + ")";
      case TlsFacts.NotTls(var answer) -> "answers STARTTLS with what is no TLS (" + answer + ")";
      case TlsFacts.NobodyListens _ -> "hangs up";
    };
  }

  private static List<String> orNone(Stream<String> lines) {
    var all = lines.toList();
    return all.isEmpty() ? List.of("None") : all;
  }

  private static String couldNotAsk(Obstacle obstacle) {
    return "could not ask, " + obstacle.words();
  }
}
