package uk.nhs.estate.check.whole;

import static uk.nhs.estate.check.Severity.URGENT;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.AddressFacts;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.register.ClaimableService;
import uk.nhs.estate.register.ClaimableServices;

/// Finds sites at which a service says that nobody has their name, so that anybody can take it.
///
/// That a site is an alias into such a service is no fault; the service's own answer is the proof.
///
/// @param services those at which names can be taken
public record Takeover(ClaimableServices services) implements Check.OfAddressAndHttp {

  private static final Rule RULE =
      Rule.of(
          "whole.takeover",
          URGENT,
          "The site shows that a stranger could take it over",
          """
          It is an alias into a service at which anybody can take a name that is free, and the \
          service answers that nobody has this one. Whoever takes it answers for the site: they \
          can show visitors what they like, get certificates in its name and read its cookies.\
          """,
          """
          Remove the CNAME record at once, or take the name again at the service. From now on \
          remove the record first, and the service after it.\
          """,
          "dig {name} A; curl -sSi http://{name}/",
          new Standard("can-i-take-over-xyz", "https://github.com/EdOverflow/can-i-take-over-xyz"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(AddressFacts address, HttpFacts http) {
    var services =
        this.services.of(address.aliases()).stream()
            .filter(service -> service.proof() instanceof ClaimableService.Answer)
            .toList();
    if (services.isEmpty()) {
      return new Verdict.Pass();
    }
    var visits = List.of(http.secure(), http.plain());
    return visits.stream()
        .filter(visit -> isOwnPage(visit, http.host()))
        .flatMap(visit -> unclaimed(visit, services).stream())
        .findFirst()
        .<Verdict>map(
            service ->
                new Verdict.Fail(
                    address.aliases().stream().filter(service::has).findFirst().orElseThrow(),
                    "the answer of " + service.words() + " for a name that nobody has"))
        .orElseGet(() -> judgeOthers(visits, http.host()));
  }

  private static Optional<ClaimableService> unclaimed(
      Visit visit, List<ClaimableService> services) {
    var page = visit.body() == null ? "" : visit.body().text();
    return services.stream()
        .filter(service -> service.proof() instanceof ClaimableService.Answer it && it.is(page))
        .findFirst();
  }

  /// One visit that was shown anything else is enough: the service knows the name.
  private static Verdict judgeOthers(List<Visit> visits, String host) {
    if (visits.stream().anyMatch(visit -> isAnswered(visit, host))) {
      return new Verdict.Pass();
    }
    return visits.stream()
        .<Verdict>flatMap(
            visit ->
                switch (visit.end()) {
                  case Visit.Obstructed(var obstacle) -> Stream.of(new Verdict.Unknown(obstacle));
                  case Visit.Answered _ -> Stream.of(new Verdict.Unknown("its page was not kept"));
                  case Visit.Endless _, Visit.NobodyListens _ -> Stream.empty();
                })
        .findFirst()
        .orElseGet(() -> new Verdict.NotApplicable("nobody answers at the site"));
  }

  /// Whether the site led elsewhere, or its page was kept.
  private static boolean isAnswered(Visit visit, String host) {
    return visit.end() instanceof Visit.Endless
        || (visit.end() instanceof Visit.Answered
            && (visit.body() != null || !isOwnPage(visit, host)));
  }

  private static boolean isOwnPage(Visit visit, String host) {
    return visit.end() instanceof Visit.Answered && visit.hops().getLast().host().equals(host);
  }
}
