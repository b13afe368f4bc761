package uk.nhs.estate.check.dnssec;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Lookup.ResourceRecord;
import uk.nhs.estate.observation.text.Nsec3ParamData;

/// How a zone denies names and types: by NSEC (RFC 4034 §4) or by NSEC3 (RFC 5155).
final class Denial {
  private Denial() {}

  /// Judges how a zone hashes its names: by the NSEC3 records that its servers send, since those
  /// are what resolvers go by (RFC 5155 §4), else by NSEC3PARAM. A zone that does not hash passes.
  static Verdict judgeNsec3(DnsFacts dns, Function<List<Nsec3ParamData>, Verdict> judge) {
    return Zone.judgeSigned(
        dns,
        _ -> {
          var sent = sent(dns);
          if (!sent.isEmpty()) {
            return judge.apply(sent);
          }
          return authority(dns).anyMatch(r -> r.type().equals("NSEC"))
              ? new Verdict.Pass()
              : dns.lookup(dns.name(), "NSEC3PARAM")
                  .map(lookup -> judgeParameters(lookup, judge))
                  .orElseGet(() -> new Verdict.Unknown("nobody asked for NSEC3PARAM"));
        });
  }

  /// The parameters of the NSEC3 records with which the zone's servers deny a name.
  static List<Nsec3ParamData> sent(DnsFacts dns) {
    return nsec3(authority(dns)).toList();
  }

  /// The parameters of the NSEC3 records among others.
  static Stream<Nsec3ParamData> nsec3(Stream<ResourceRecord> records) {
    return records
        .filter(r -> r.type().equals("NSEC3"))
        .map(r -> Nsec3ParamData.parse(r.data()))
        .flatMap(Optional::stream)
        .distinct();
  }

  /// Records with a flag are no parameters of the zone (RFC 5155 §4.1.2).
  private static Verdict judgeParameters(
      Lookup lookup, Function<List<Nsec3ParamData>, Verdict> judge) {
    return Verdict.ofLookup(
        lookup,
        data -> {
          var parameters =
              data.stream()
                  .map(Nsec3ParamData::parse)
                  .flatMap(Optional::stream)
                  .filter(one -> one.flags() == 0)
                  .toList();
          return parameters.isEmpty() ? new Verdict.Pass() : judge.apply(parameters);
        });
  }

  private static Stream<ResourceRecord> authority(DnsFacts dns) {
    return dns.servers().stream()
        .flatMap(server -> server.reply(Question.DENIAL).stream())
        .flatMap(reply -> reply.authority().stream());
  }
}
