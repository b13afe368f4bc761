package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.dns.SpoiltServers.ONE;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundServers.reply;
import static uk.nhs.estate.sample.SoundServers.silence;
import static uk.nhs.estate.sample.SoundServers.soa;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.Asked.Replied;
import uk.nhs.estate.observation.ServerFacts;
import uk.nhs.estate.sample.SoundServers;

class UdpAlwaysTruncatedTest extends ServerCheckTest {
  UdpAlwaysTruncatedTest() {
    super(new UdpAlwaysTruncated());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.concat(
        usual(Question.SOA),
        Stream.of(
            fails("a small answer", ONE, "has 512 octets by TCP", dns(ONE, cut(512))),
            passes("an answer that does not fit", dns(ONE, cut(513))),
            cannotTell(
                "how long the answer is",
                "SOA by TCP: no answer in time",
                dns(
                    ONE,
                    server ->
                        SoundServers.with(
                            cut(512).apply(server), Question.SOA_BY_TCP, silence())))));
  }

  private static UnaryOperator<ServerFacts> cut(int octets) {
    var whole = soa();
    return server ->
        SoundServers.with(
            SoundServers.with(
                server,
                Question.SOA,
                reply("NOERROR", List.of("qr", "aa", "tc"), List.of(), List.of())),
            Question.SOA_BY_TCP,
            new Replied(
                whole.rcode(),
                whole.flags(),
                whole.edns(),
                whole.extendedErrors(),
                whole.caseKept(),
                octets,
                whole.millis(),
                whole.answer(),
                whole.authority(),
                whole.additional()));
  }
}
