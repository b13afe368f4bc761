package uk.nhs.estate.check.address;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.List;
import java.util.stream.Collectors;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.AddressFacts;
import uk.nhs.estate.observation.InternalNetwork;

/// Finds public names that tell internal addresses.
public record PrivateAddressPublished() implements Check.OfAddress {

  private static final Rule RULE =
      Rule.of(
          "address.private-address-published",
          ADVISORY,
          "The public DNS gives an internal address for the site",
          """
          Visitors from the internet reach nothing, or whatever has that address in their own \
          network, and everybody learns how the internal network is numbered.\
          """,
          """
          Answer internal names from internal name servers only, and publish public addresses \
          in the public DNS.\
          """,
          "dig {name} A +short; dig {name} AAAA +short",
          rfc(1918, "5"),
          rfc(4193, "4.4"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(AddressFacts address) {
    var internal = internal(address.addresses());
    return internal.isEmpty()
        ? Verdict.ofLookup(
            address.a(), _ -> Verdict.ofLookup(address.aaaa(), _ -> judgePublic(address)))
        : new Verdict.Fail("", internal);
  }

  private static Verdict judgePublic(AddressFacts address) {
    return address.addresses().isEmpty()
        ? new Verdict.NotApplicable("it has no address")
        : new Verdict.Pass();
  }

  private static String internal(List<String> addresses) {
    return addresses.stream()
        .flatMap(
            address ->
                InternalNetwork.of(address).stream()
                    .map(network -> address + " is " + network.words()))
        .collect(Collectors.joining(", "));
  }
}
