package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.dns.SpoiltServers.ONE;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundServers.record;
import static uk.nhs.estate.sample.SoundServers.referral;
import static uk.nhs.estate.sample.SoundServers.reply;
import static uk.nhs.estate.sample.SoundServers.silence;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.Asked.Replied;

class OpenResolverTest extends ServerCheckTest {
  OpenResolverTest() {
    super(new OpenResolver());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.concat(
        usual(Question.RECURSION),
        Stream.of(
            fails(
                "the SOA of the root, looked up",
                ONE,
                "it looked that up",
                dns(ONE, Question.RECURSION, root("qr", "rd", "ra"))),
            passes(
                "recursion for others only",
                dns(
                    ONE,
                    Question.RECURSION,
                    reply("REFUSED", List.of("qr", "rd", "ra"), List.of(), List.of()))),
            passes(
                "a referral to the root",
                dns(ONE, Question.RECURSION, referral(".", List.of("a.root.test")))),
            passes(
                "a server with a copy of the root",
                dns(ONE, Question.RECURSION, root("qr", "aa", "rd", "ra"))),
            passes("an answer without recursion", dns(ONE, Question.RECURSION, root("qr", "rd"))),
            cannotTell(
                "no answer",
                "with recursion desired: no answer in time",
                dns(ONE, Question.RECURSION, silence()))));
  }

  private static Replied root(String... flags) {
    return reply(
        "NOERROR",
        List.of(flags),
        List.of(record(".", "SOA", "a.root.test. nstld.root.test. 1 1800 900 604800 86400")),
        List.of());
  }
}
