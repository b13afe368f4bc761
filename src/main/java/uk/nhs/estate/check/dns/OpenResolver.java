package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.DnsFacts;

/// Finds name servers that look up any name for anybody.
public record OpenResolver() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dns.open-resolver",
          ADVISORY,
          "A name server looks up any name for anybody",
          """
          Attackers use it to flood others with large answers, and can fill its memory with \
          false ones, which it may then give out for the domain.\
          """,
          """
          Turn recursion off on the name servers of the domain, or allow it to your own networks \
          only, best on servers that serve no domain.\
          """,
          "dig {name} NS +short | xargs -I% dig @% . SOA +recurse",
          rfc(5358, "4"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Servers.judgeReplies(
        dns,
        Question.RECURSION,
        reply ->
            Verdict.passIf(
                !(reply.has("ra")
                    && !reply.has("aa")
                    && reply.rcode().equals("NOERROR")
                    && reply.answer().stream().anyMatch(r -> r.type().equals("SOA"))),
                "asked for the SOA of the root with recursion desired, it looked that up"));
  }
}
