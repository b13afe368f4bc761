package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.SoundDomain.MAIL;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.mail;
import static uk.nhs.estate.sample.SoundDomain.withServers;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Endpoint;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.MailServerFacts;
import uk.nhs.estate.observation.MailServerFacts.Meeting;
import uk.nhs.estate.observation.MailServerFacts.Met;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.sample.SoundMailServer;

/// What every check of mail servers has to say of servers that it cannot judge.
abstract class SmtpCheckTest extends CheckTest {

  /// A second mail server.
  static final String OTHER = "mx2.trust.nhs.uk";

  static final Meeting REFUSED = new MailServerFacts.NobodyListens(new Endpoint("192.0.2.25", 25));

  SmtpCheckTest(Check check) {
    super(check);
  }

  /// Examples of a server that was met.
  abstract Stream<Example> servers();

  /// The same server with its fault, and what is said of it.
  abstract UnaryOperator<Met> fault();

  @Override
  protected Stream<Example> examples() {
    return Stream.concat(
        servers(),
        Stream.of(
            passes("the sound server"),
            fails(
                "one of two servers", faultOf(MAIL), two(faulty(MAIL), SoundMailServer.met(OTHER))),
            fails(
                "one is at fault and the other could not be met",
                new Verdict.Fail(List.of(new Fault(MAIL, "")), List.of(OTHER)),
                two(faulty(MAIL), SoundMailServer.unmet(OTHER))),
            cannotTell(
                "one is sound and the other could not be met",
                OTHER + ": no answer in time",
                two(SoundMailServer.met(MAIL), SoundMailServer.unmet(OTHER))),
            cannotTell("nobody looked", MAIL + ": nobody looked at it", withServers(mail())),
            cannotTell("the MX records are hidden", "in time", mail(unasked(NAME, "MX"))),
            doesNotApply("no mail is taken (null MX)", "takes no mail", unused("0 .")),
            doesNotApply(
                "no MX record, and SPF lets somebody send",
                "no MX record names a mail server",
                mail(absent(NAME, "MX"))),
            cannotTellWithout(Topic.MAIL)));
  }

  /// What the server that is at fault has done.
  final MailServerFacts faulty(String host) {
    return SoundMailServer.met(host, fault());
  }

  static Verdict.Fail faultOf(String host) {
    return new Verdict.Fail(host, "");
  }

  static MailFacts server(UnaryOperator<Met> spoil) {
    return withServers(mail(), SoundMailServer.met(MAIL, spoil));
  }

  static MailFacts server(Meeting meeting) {
    return withServers(mail(), new MailServerFacts(MAIL, mail().seenAt(), meeting));
  }

  static MailFacts two(MailServerFacts... servers) {
    return withServers(
        mail(found(NAME, "MX", "10 " + MAIL + ".", "20 MX2.trust.nhs.uk.")), servers);
  }

  private static MailFacts unused(String mx) {
    return mail(found(NAME, "MX", mx), found(NAME, "TXT", "\"v=spf1 -all\""));
  }
}
