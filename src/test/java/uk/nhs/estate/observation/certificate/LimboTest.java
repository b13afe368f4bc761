package uk.nhs.estate.observation.certificate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The cases of C2SP's x509-limbo, when they are there: a file beside the project, or the one that
/// the system property `x509-limbo` names.
///
/// A case says by its name which rules it is about: those of the CA/Browser Forum (`webpki`), or
/// those of RFC 5280. Some of the two contradict each other.
class LimboTest {
  private static final Map<String, String> PURPOSES =
      Map.of(
          "serverAuth", Chain.FOR_SERVERS,
          "clientAuth", "1.3.6.1.5.5.7.3.2",
          "codeSigning", "1.3.6.1.5.5.7.3.3",
          "emailProtection", "1.3.6.1.5.5.7.3.4",
          "anyExtendedKeyUsage", Chain.FOR_ANYTHING);

  /// Cases without a time are of certificates that are valid for a thousand years.
  private static final Instant USUALLY = Instant.parse("2026-11-24T09:00:00Z");

  @Test
  void answersAsTheCasesExpect() throws IOException {
    var file =
        Stream.of(
                System.getProperty("x509-limbo"),
                "../shared/cases/x509-limbo.json",
                "../../shared/cases/x509-limbo.json")
            .filter(Objects::nonNull)
            .map(Path::of)
            .filter(Files::isRegularFile)
            .findFirst();
    assumeThat(file).as("the cases of x509-limbo are not here").isPresent();
    var cases = new JsonMapper().readTree(file.get().toFile()).get("testcases");

    var wrong = new ArrayList<String>();
    for (var one : cases) {
      var judgement = chain(one).judge();
      boolean expected = one.get("expected_result").asText().equals("SUCCESS");
      if (judgement instanceof ChainJudgement.Holds != expected) {
        wrong.add(one.get("id").asText() + ": " + words(judgement));
      }
    }

    assertThat(wrong).as("of " + cases.size() + " cases").isEmpty();
  }

  private static Chain chain(JsonNode one) {
    var id = one.get("id").asText();
    var leaf = Sent.read(pem(one.get("peer_certificate").asText()));
    var purposes = one.get("extended_key_usage");
    var time = one.get("validation_time");
    var depth = one.get("max_chain_depth");
    return new Chain(
        (Certificate) leaf,
        certificates(one.get("untrusted_intermediates")),
        Anchors.of(certificates(one.get("trusted_certs"))),
        time.isNull() ? USUALLY : OffsetDateTime.parse(time.asText()).toInstant(),
        id.startsWith("webpki::") ? Profile.WEB_PKI : Profile.RFC_5280,
        name(one.get("expected_peer_name")),
        purposes.isEmpty() ? null : PURPOSES.get(purposes.get(0).asText()),
        depth.isNull() ? Chain.MOST_INTERMEDIATES : depth.asInt(),
        Stream.of(one.get("crls"))
            .filter(JsonNode::isArray)
            .flatMap(LimboTest::texts)
            .map(text -> new Octets(pem(text)))
            .toList());
  }

  private static @Nullable PeerName name(JsonNode name) {
    return name.isNull() ? null : PeerName.of(name.get("value").asText());
  }

  private static List<Certificate> certificates(JsonNode pems) {
    return Sent.readable(texts(pems).map(LimboTest::pem).toList());
  }

  private static Stream<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText);
  }

  private static byte[] pem(String text) {
    var lines = text.lines().filter(line -> !line.startsWith("-----")).toList();
    return Base64.getMimeDecoder().decode(String.join("", lines).getBytes(US_ASCII));
  }

  private static String words(ChainJudgement judgement) {
    return switch (judgement) {
      case ChainJudgement.Holds(_, var lints) -> "holds, " + lints;
      case ChainJudgement.Broken(_, var flaw) ->
          flaw.kind() + " " + flaw.where() + " " + flaw.words();
      case ChainJudgement.Unknowable(var why) -> why;
    };
  }
}
