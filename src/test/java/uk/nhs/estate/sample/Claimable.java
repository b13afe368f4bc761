package uk.nhs.estate.sample;

import java.util.List;
import uk.nhs.estate.register.ClaimableService;
import uk.nhs.estate.register.ClaimableServices;
import uk.nhs.estate.register.NamePattern;

/// Pretend services at which anybody can take a name.
public final class Claimable {

  /// A name at the service that shows by a missing name that nobody has it.
  public static final String CLOUD = "trust.cloud.test";

  /// A name at the service that shows by its answer that nobody has it.
  public static final String PAGES = "trust.pages.test";

  public static final ClaimableServices SERVICES =
      new ClaimableServices(
          List.of(
              new ClaimableService(
                  "Cloud",
                  List.of(new NamePattern("cloud.test")),
                  new ClaimableService.NoSuchName(),
                  false),
              new ClaimableService(
                  "Pages",
                  List.of(new NamePattern("pages.test")),
                  new ClaimableService.Answer(List.of("There is no page", "of that name")),
                  true)));

  private Claimable() {}
}
