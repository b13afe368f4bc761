package uk.nhs.estate.probe.dnssec;

import java.util.List;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.Name;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Security;

/// Where the chain of trust stands at a zone.
public sealed interface ZoneKeys {

  /// The zone's apex.
  Name zone();

  /// What every answer from the zone inherits; secure only if its own signatures are.
  Security security();

  /// The chain reaches the zone.
  ///
  /// @param keys the zone's DNSKEY set, whose signature was verified
  record Trusted(Name zone, List<DNSKEYRecord> keys) implements ZoneKeys {
    public Trusted {
      keys = List.copyOf(keys);
    }

    @Override
    public Security security() {
      return new Security.Secure();
    }
  }

  /// The chain ends at the zone or above it.
  record Insecure(Name zone, String why) implements ZoneKeys {
    @Override
    public Security security() {
      return new Security.Insecure(why);
    }
  }

  /// The zone should be signed and its keys cannot be verified.
  record Bogus(Name zone, Security.Reason reason, String detail) implements ZoneKeys {
    @Override
    public Security security() {
      return new Security.Bogus(reason, detail);
    }
  }

  /// Its keys could not be asked for.
  record Unreachable(Name zone, Obstacle obstacle) implements ZoneKeys {
    @Override
    public Security security() {
      return new Security.Unchecked(obstacle);
    }
  }
}
