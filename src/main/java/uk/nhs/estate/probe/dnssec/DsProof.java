package uk.nhs.estate.probe.dnssec;

import java.util.List;
import org.xbill.DNS.DSRecord;
import uk.nhs.estate.observation.Security;

/// What a parent zone says of a child's DS records.
public sealed interface DsProof {

  /// The child is signed: these are its DS records, and their signature is verified.
  record Signed(List<DSRecord> ds) implements DsProof {
    public Signed {
      ds = List.copyOf(ds);
    }
  }

  /// The child is delegated without DS records, which the parent proves: the child is insecure.
  record Absent(String how) implements DsProof {}

  /// The parent proves that no zone begins at the name: it belongs to the parent, or does not
  /// exist.
  record NotDelegated(String how) implements DsProof {}

  /// What the parent says cannot be verified.
  record Bogus(Security.Reason reason, String detail) implements DsProof {}

  /// The message has neither DS records nor a proof that there are none. A referral may lack both;
  /// an answer to a question for DS that does is [Security.Reason#DENIAL_MISSING].
  record NotThere() implements DsProof {}
}
