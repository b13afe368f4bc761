package uk.nhs.estate.check.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.MailServerFacts;
import uk.nhs.estate.observation.MailServerFacts.Met;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.Trial;
import uk.nhs.estate.observation.Trial.TakenUp;
import uk.nhs.estate.observation.Trial.TurnedDown;
import uk.nhs.estate.observation.Trial.Undecided;
import uk.nhs.estate.observation.certificate.Certificate;
import uk.nhs.estate.observation.certificate.Sent;
import uk.nhs.estate.observation.certificate.Unreadable;
import uk.nhs.estate.observation.mail.MailUse;

/// What the checks of mail servers have in common: each judges every server by itself, by its name.
final class Smtp {
  private static final String HOST =
      "$(dig {name} MX +short | sort -n | sed -n '1s/^[0-9]* \\(.*\\)\\.$/\\1/p')";

  /// Talks with the most wanted mail server under TLS; more options may follow.
  static final String CONNECT = "openssl s_client -starttls smtp -connect " + HOST + ":25";

  /// Shows from when to when its certificate is valid.
  static final String DATES = CONNECT + " </dev/null 2>/dev/null | openssl x509 -noout -dates";

  /// Shows for which names its certificate is valid.
  static final String NAMES =
      CONNECT + " </dev/null 2>/dev/null | openssl x509 -noout -ext subjectAltName";

  /// Shows the chain and whether it is trusted.
  static final String CHAIN = CONNECT + " -showcerts </dev/null";

  /// Shows what it offers in clear text.
  static final String EHLO = "printf 'EHLO test\\r\\nQUIT\\r\\n' | nc -w 9 " + HOST + " 25";

  /// Tries whether it takes what was put behind STARTTLS.
  static final String INJECTION = "testssl.sh --starttls-injection -t smtp " + HOST + ":25";

  private Smtp() {}

  /// Judges the mail servers of a domain that takes mail.
  static Verdict ofServers(MailFacts mail, Function<MailServerFacts, Verdict> judge) {
    return switch (MailUse.of(mail)) {
      case MailUse.Unused(var why) -> new Verdict.NotApplicable(why);
      case MailUse.Hidden(var obstacle) -> new Verdict.Unknown(obstacle);
      case MailUse.Used _ -> {
        var verdicts = new LinkedHashMap<String, Verdict>();
        for (var host : mail.exchangeNames()) {
          verdicts.put(
              host,
              mail.server(host)
                  .map(judge)
                  .orElseGet(() -> new Verdict.Unknown("nobody looked at it")));
        }
        yield together(verdicts);
      }
    };
  }

  /// Judges what each of them did when it was met.
  static Verdict ofMet(MailFacts mail, Function<Met, Verdict> judge) {
    return ofMet(mail, (_, met) -> judge.apply(met));
  }

  /// Judges what each of them did when it was met.
  static Verdict ofMet(MailFacts mail, Judge judge) {
    return ofServers(
        mail,
        server ->
            switch (server.meeting()) {
              case Met met -> judge.of(server, met);
              case MailServerFacts.NobodyListens _ ->
                  Verdict.Unknown.lasting("nobody answers on its port for mail");
              case MailServerFacts.Unmet(var obstacle) -> new Verdict.Unknown(obstacle);
            });
  }

  /// Judges the certificates that they show.
  static Verdict ofCertificates(MailFacts mail, CertificateJudge judge) {
    return ofMet(mail, (server, met) -> ofCertificates(server, met, judge));
  }

  /// Judges the certificates that one of them shows.
  static Verdict ofCertificates(MailServerFacts server, Met met, CertificateJudge judge) {
    return switch (met.tls()) {
      case TlsFacts.Completed completed -> {
        var chain = completed.chain().stream().map(Part::bytes).toList();
        yield chain.isEmpty() || Sent.read(chain.getFirst()) instanceof Unreadable
            ? Verdict.Unknown.lasting("its certificate cannot be read")
            : judge.of(server, Sent.readable(chain));
      }
      case null -> withoutTls(met);
      case TlsFacts.Failed(_, var answer) -> noHandshake(answer);
      case TlsFacts.NotTls(var answer) -> noHandshake(answer);
      case TlsFacts.NobodyListens _ -> noHandshake("nobody listens");
    };
  }

  /// Judges what it did when something was tried that it should turn down.
  ///
  /// @param trial none when it was not tried, as no handshake was completed
  /// @param fault what it means that it did not
  static Verdict ofTrial(Met met, @Nullable Trial trial, String fault) {
    return switch (trial) {
      case null -> met.tls() == null ? withoutTls(met) : noHandshake("as another check tells");
      case TurnedDown _ -> new Verdict.Pass();
      case TakenUp(var answer) -> new Verdict.Fail("", fault + answer);
      case Undecided(var obstacle) -> new Verdict.Unknown(obstacle);
    };
  }

  /// Judges what each of them does with every kind of offer.
  static Verdict ofPosture(MailFacts mail, Function<TlsPosture, Verdict> judge) {
    return ofMet(
        mail,
        met ->
            switch (met.posture()) {
              case TlsPosture posture -> judge.apply(posture);
              case null ->
                  switch (met.tls()) {
                    case null -> withoutTls(met);
                    case TlsFacts.Completed _ ->
                        Verdict.Unknown.lasting("no more than one handshake was tried");
                    case TlsFacts.Outcome _ -> noHandshake("as another check tells");
                  };
            });
  }

  /// What is wrong with how it begins TLS: that it does not offer it, or does not do it.
  static Optional<String> refusal(Met met) {
    if (!met.offersTls()) {
      return Optional.of("it does not offer STARTTLS: " + lastOf(met));
    }
    return switch (met.tls()) {
      case TlsFacts.Completed _, TlsFacts.NobodyListens _ -> Optional.empty();
      case TlsFacts.Failed(var offered, var answer) ->
          Optional.of("offered %s: %s".formatted(String.join(", ", offered), answer));
      case TlsFacts.NotTls(var answer) ->
          Optional.of("after STARTTLS it answers without TLS: " + answer);
      case null ->
          met.hidden() == null
              ? Optional.of("it answers STARTTLS with: " + lastOf(met))
              : Optional.empty();
    };
  }

  /// A pass, or the fault that its certificate is out of date.
  static Verdict dates(Certificate leaf, Instant seenAt) {
    return Verdict.passIf(
        leaf.isInDate(seenAt), "valid from " + leaf.notBefore() + " to " + leaf.notAfter());
  }

  /// What is said of one mail server.
  interface Judge {
    Verdict of(MailServerFacts server, Met met);
  }

  /// What is said of a chain of certificates, which has a first.
  interface CertificateJudge {
    Verdict of(MailServerFacts server, List<Certificate> chain);
  }

  private static String lastOf(Met met) {
    return String.join(" / ", met.dialogue().getLast().reply());
  }

  private static Verdict noHandshake(String why) {
    return new Verdict.Unknown("no TLS handshake was completed (" + why + ")");
  }

  private static Verdict withoutTls(Met met) {
    return met.hidden() == null
        ? new Verdict.NotApplicable("it does not speak TLS")
        : new Verdict.Unknown(met.hidden());
  }

  /// A server to which the rule does not apply is hidden among others to which it does: its
  /// findings are not to be resolved by that.
  private static Verdict together(Map<String, Verdict> verdicts) {
    if (verdicts.isEmpty()) {
      return new Verdict.NotApplicable("no MX record names a mail server");
    }
    var faults = new ArrayList<Fault>();
    var hidden = new LinkedHashMap<String, String>();
    boolean mayPass = false;
    for (var entry : verdicts.entrySet()) {
      var host = entry.getKey();
      switch (entry.getValue()) {
        case Verdict.Pass _ -> {}
        case Verdict.Fail(var its, _) ->
            its.forEach(fault -> faults.add(new Fault(host, fault.evidence())));
        case Verdict.NotApplicable(var reason) -> hidden.put(host, reason);
        case Verdict.Unknown(var reason, boolean soon) -> {
          hidden.put(host, reason);
          mayPass |= soon;
        }
      }
    }
    if (verdicts.values().stream().allMatch(Verdict.NotApplicable.class::isInstance)) {
      return verdicts.values().iterator().next();
    }
    if (!faults.isEmpty()) {
      return new Verdict.Fail(faults, List.copyOf(hidden.keySet()));
    }
    return hidden.isEmpty() ? new Verdict.Pass() : new Verdict.Unknown(words(hidden), mayPass);
  }

  private static String words(Map<String, String> reasons) {
    return reasons.entrySet().stream()
        .map(reason -> reason.getKey() + ": " + reason.getValue())
        .collect(Collectors.joining("; "));
  }
}
