package uk.nhs.estate.check.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.Dane;
import uk.nhs.estate.observation.mail.MailUse;
import uk.nhs.estate.observation.mail.Published;
import uk.nhs.estate.observation.mail.Sts;
import uk.nhs.estate.observation.text.BimiRecord;
import uk.nhs.estate.observation.text.Reading;
import uk.nhs.estate.observation.text.StsPolicy;

/// What the checks of how mail is protected on its way have in common.
final class Transport {
  static final String STS_RECORD = "dig _mta-sts.{name} TXT +short";
  static final String STS_POLICY = "curl -sSi https://mta-sts.{name}/.well-known/mta-sts.txt";
  static final String TLS_RPT = "dig _smtp._tls.{name} TXT +short";
  static final String BIMI = "dig default._bimi.{name} TXT +short";

  /// Shows the mail servers beside the policy.
  static final String STS_SERVERS =
      "dig {name} MX +short; curl -sS https://mta-sts.{name}/.well-known/mta-sts.txt";

  /// Shows the TLSA records of every mail server; the flag `ad` says that they are secure.
  static final String TLSA =
      "for mx in $(dig {name} MX +short | cut -d' ' -f2); do dig +dnssec _25._tcp.$mx TLSA; done";

  /// The same beside the digest of the key that each shows.
  static final String TLSA_AND_KEY =
      """
      for mx in $(dig {name} MX +short | cut -d' ' -f2); do dig +short _25._tcp.$mx TLSA; \
      openssl s_client -starttls smtp -connect $mx:25 </dev/null 2>/dev/null \
      | openssl x509 -noout -pubkey | openssl pkey -pubin -outform DER | sha256sum; done\
      """;

  /// How the NCSC wants it done.
  static final Standard NCSC =
      new Standard(
          "NCSC: Using MTA-STS to protect the privacy of your emails",
          "https://www.ncsc.gov.uk/collection/email-security-and-anti-spoofing/using-mta-sts-to-protect-the-privacy-of-your-emails");

  /// The Internet-Draft of BIMI.
  ///
  /// @param section such as `4.3`
  static Standard bimi(String section) {
    return new Standard(
        "draft-brand-indicators-for-message-identification-12 §" + section,
        "https://datatracker.ietf.org/doc/html/draft-brand-indicators-for-message-identification-12#section-"
            + section);
  }

  private Transport() {}

  /// Judges a domain that takes mail: who sends to it is protected, or is not.
  static Verdict ofReceiver(MailFacts mail, Supplier<Verdict> judge) {
    if (mail.mx().provesThatTheNameDoesNotExist()) {
      return new Verdict.NotApplicable("the name does not exist");
    }
    return switch (MailUse.of(mail)) {
      case MailUse.Hidden(var obstacle) -> new Verdict.Unknown(obstacle);
      case MailUse.Unused(var why) -> new Verdict.NotApplicable(why);
      case MailUse.Used(var takes) ->
          takes ? judge.get() : new Verdict.NotApplicable("no MX record names a mail server");
    };
  }

  /// Finds a record that is given more than once.
  ///
  /// @param kind of the record, such as `MTA-STS`
  static Verdict several(Published<?> published, String kind) {
    return switch (published) {
      case Published.Hidden<?>(var obstacle) -> new Verdict.Unknown(obstacle);
      case Published.None<?> _ -> new Verdict.NotApplicable("it has no " + kind + " record");
      case Published.Several<?>(var texts) ->
          new Verdict.Fail("", texts.size() + " records: " + String.join(" | ", texts));
      case Published.One<?> _, Published.Malformed<?> _ -> new Verdict.Pass();
    };
  }

  /// Finds a record that breaks its grammar.
  ///
  /// @param kind of the record, such as `MTA-STS`
  static Verdict malformed(Published<?> published, String kind) {
    return switch (published) {
      case Published.Hidden<?>(var obstacle) -> new Verdict.Unknown(obstacle);
      case Published.None<?> _ -> new Verdict.NotApplicable("it has no " + kind + " record");
      case Published.Several<?> _ ->
          new Verdict.NotApplicable("it has several " + kind + " records, none of which counts");
      case Published.Malformed<?>(var text, var problem) ->
          new Verdict.Fail("", problem + ": " + text);
      case Published.One<?> _ -> new Verdict.Pass();
    };
  }

  /// Judges what came of fetching the policy that a domain announces.
  static Verdict ofFetched(MailFacts mail, Function<Sts.Seen, Verdict> judge) {
    return ofReceiver(
        mail,
        () -> {
          var sts = Sts.of(mail);
          return switch (sts.record()) {
            case Published.Hidden<?>(var obstacle) -> new Verdict.Unknown(obstacle);
            case Published.None<?> _, Published.Several<?> _, Published.Malformed<?> _ ->
                new Verdict.NotApplicable("no valid record announces an MTA-STS policy");
            case Published.One<?> _ ->
                switch (sts.fetched()) {
                  case Sts.Unvisited _ -> new Verdict.Unknown("nobody asked for the policy");
                  case Sts.Hidden(var obstacle) -> new Verdict.Unknown(obstacle);
                  case Sts.Seen seen -> judge.apply(seen);
                };
          };
        });
  }

  /// Judges the policy that senders go by.
  static Verdict ofPolicy(MailFacts mail, Function<StsPolicy, Verdict> judge) {
    return ofFetched(
        mail,
        fetched ->
            fetched instanceof Sts.Served(_, Reading.Valid<StsPolicy>(var policy))
                ? judge.apply(policy)
                : new Verdict.NotApplicable("senders get no valid MTA-STS policy"));
  }

  /// Judges the logo that a domain wants shown beside its mail.
  static Verdict ofLogo(MailFacts mail, Function<BimiRecord, Verdict> judge) {
    return Verdict.ofExistingName(
        mail.txt(),
        _ ->
            switch (Published.bimi(mail.name(), mail)) {
              case Published.Hidden<?>(var obstacle) -> new Verdict.Unknown(obstacle);
              case Published.One<BimiRecord>(var record, _) ->
                  record.declines()
                      ? new Verdict.NotApplicable("its BIMI record says that there is no logo")
                      : judge.apply(record);
              case Published.None<?> _, Published.Several<?> _, Published.Malformed<?> _ ->
                  new Verdict.NotApplicable("it has no valid BIMI record");
            });
  }

  /// The mail servers that a policy does not allow.
  static List<String> notAllowed(MailFacts mail, StsPolicy policy) {
    return mail.exchangeNames().stream().filter(host -> !policy.allows(host)).toList();
  }

  /// Finds the mail servers that a policy does not allow.
  static Verdict ofAllowed(MailFacts mail, StsPolicy policy) {
    return Verdict.ofFaults(
        notAllowed(mail, policy).stream()
            .map(
                host ->
                    new Fault(
                        host,
                        "the policy allows only "
                            + String.join(", ", policy.patterns())
                            + "; mode "
                            + policy.mode().text()))
            .toList());
  }

  /// What is said of one mail server.
  sealed interface Said {}

  /// It is in order.
  record Sound() implements Said {}

  /// It is at fault.
  record Faulty(String evidence) implements Said {}

  /// The rule has nothing to say about it.
  record Irrelevant() implements Said {}

  /// It could not be seen.
  record Unseen(String why, boolean mayPass) implements Said {}

  /// Judges every mail server of a domain by what senders who know DANE find of it.
  ///
  /// @param irrelevant why the rule does not apply when it has nothing to say about any of them
  static Verdict ofServers(MailFacts mail, String irrelevant, Function<Dane, Said> judge) {
    return ofReceiver(
        mail,
        () -> {
          var faults = new ArrayList<Fault>();
          var unseen = new ArrayList<Unseen>();
          var hidden = new ArrayList<String>();
          boolean sound = false;
          for (var server : Dane.of(mail)) {
            switch (judge.apply(server)) {
              case Faulty(var evidence) -> faults.add(new Fault(server.host(), evidence));
              case Unseen why -> {
                unseen.add(why);
                hidden.add(server.host());
              }
              case Sound _ -> sound = true;
              case Irrelevant _ -> {}
            }
          }
          if (!faults.isEmpty()) {
            return new Verdict.Fail(faults, hidden);
          }
          if (!unseen.isEmpty()) {
            return new Verdict.Unknown(
                String.join("; ", unseen.stream().map(Unseen::why).distinct().toList()),
                unseen.stream().anyMatch(Unseen::mayPass));
          }
          return sound ? new Verdict.Pass() : new Verdict.NotApplicable(irrelevant);
        });
  }

  /// What is said of a mail server about which nothing could be asked.
  static Said unseen(Dane.Hidden server) {
    return new Unseen(server.host() + ": " + server.why(), server.mayPass());
  }
}
