package uk.nhs.estate.check.tls;

import static java.util.stream.Collectors.toSet;
import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.List;
import java.util.Set;
import uk.nhs.estate.check.Chains;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.ShownChain;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.Trial;

/// Compares the certificate for the name with the default one.
public record DefaultCertificateDiffers() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.default-certificate-differs",
          INFORMATIONAL,
          "Visitors who send no server name get another certificate",
          """
          Every browser of the last ten years sends the name. Very old programs, and those that \
          connect to the address, get a certificate for something else.\
          """,
          """
          Nothing need be done where several sites share an address. Otherwise make the site the \
          default of its server.\
          """,
          Commands.DEFAULT,
          rfc(6066, "3"),
          rfc(9325, "3.7"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Chains.ofServers(
        tls,
        server -> {
          var named = leaves(ShownChain.named(server));
          var other =
              ShownChain.nameless(server).stream()
                  .filter(chain -> !named.contains(chain.parts().getFirst()))
                  .map(ShownChain::words)
                  .toList();
          if (!other.isEmpty()) {
            return new Verdict.Fail("", String.join("; ", other));
          }
          return server.posture() == null
              ? Verdict.Unknown.lasting("nobody asked without a name")
              : ofTrial(server.posture().behaviour(TlsPosture.Behaviour.NO_SERVER_NAME));
        });
  }

  private static Verdict ofTrial(Trial trial) {
    return switch (trial) {
      case Trial.TakenUp _ -> new Verdict.Pass();
      case Trial.TurnedDown _ -> new Verdict.NotApplicable("it answers nobody who sends no name");
      case Trial.Undecided(var obstacle) -> new Verdict.Unknown(obstacle);
    };
  }

  private static Set<Part> leaves(List<ShownChain> chains) {
    return chains.stream().map(chain -> chain.parts().getFirst()).collect(toSet());
  }
}
