package uk.nhs.estate.check.caa;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.Asked.Replied;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.observation.ServerFacts;

/// Finds domains for which authorities must refuse certificates, because questions for CAA records
/// fail.
///
/// Silence may be an accident of the way there, and is unknown; an error is a name server's own
/// word, and counts while the same servers answer other questions.
public record LookupFails() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
              "caa.lookup-fails",
              ADVISORY,
              "Questions for the CAA records of the domain fail",
              """
              Certification authorities that cannot find out whether they may issue must refuse, \
              by and large: renewals fail, and the site goes down when its certificate expires.\
              """,
              """
              Have the operator of the name servers mend them: they must answer questions of every \
              type, with no records where there are none.\
              """,
              Caa.COMMAND,
              rfc(8659, "3"),
              rfc(2308, "2.2"),
              rfc(8906, "3.1.4"))
          .seenTwice();

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    if (!(dns.caa().answer() instanceof Lookup.Unasked(var obstacle))) {
      return new Verdict.Pass();
    }
    boolean fails =
        obstacle.kind() == Obstacle.Kind.NAME_SERVERS_FAILED
            && dns.soa().answer() instanceof Lookup.Found
            && !(dns.security() instanceof Security.Bogus) // then everything fails, by another rule
            && dns.servers().stream().anyMatch(LookupFails::answers);
    return fails ? new Verdict.Fail("", obstacle.words()) : new Verdict.Unknown(obstacle);
  }

  private static boolean answers(ServerFacts server) {
    return server.reply(Question.SOA).filter(Replied::isUsable).isPresent();
  }
}
