package uk.nhs.estate.observation.certificate;

import static uk.nhs.estate.observation.certificate.Weight.BASELINE;
import static uk.nhs.estate.observation.certificate.Weight.FATAL;
import static uk.nhs.estate.observation.certificate.Weight.REMARK;
import static uk.nhs.estate.observation.certificate.Weight.STANDARD;

/// One thing that is wrong with a chain of certificates.
///
/// @param where the certificate in which it is
/// @param words what is wrong, to be read after the name of the certificate or "it"
public record Flaw(Kind kind, Certificate where, String words) {

  /// What can be wrong, and with which weight.
  public enum Kind {
    /// It vouches for itself, and nobody else does.
    SELF_SIGNED(FATAL),
    /// The chain ends in a root that was sent but is not trusted: that of a private authority.
    PRIVATE_AUTHORITY(FATAL),
    /// The certificate of its issuer was not sent.
    ISSUER_MISSING(FATAL),
    /// Certificates sign each other.
    CIRCLE(FATAL),
    BAD_SIGNATURE(FATAL),
    /// It was signed by an algorithm that is not known, or with a key that cannot be used.
    UNKNOWN_ALGORITHM(FATAL),
    /// MD5, SHA-1 and older.
    BROKEN_DIGEST(FATAL),
    /// A key that is far too short.
    BROKEN_KEY(FATAL),
    /// It names another algorithm outside than inside.
    TWO_ALGORITHMS(FATAL),
    EXPIRED(FATAL),
    NOT_YET_VALID(FATAL),
    /// It vouches for others without being an authority's.
    NO_AUTHORITY(FATAL),
    /// Its key usage does not let it sign certificates.
    MAY_NOT_SIGN(FATAL),
    /// Its key usage does not let it prove who a server is.
    MAY_NOT_AUTHENTICATE(FATAL),
    PATH_TOO_LONG(FATAL),
    NAME_NOT_PERMITTED(FATAL),
    /// Name constraints of a kind that cannot be judged, and must be.
    CONSTRAINT_UNKNOWN(FATAL),
    CRITICAL_EXTENSION_UNKNOWN(FATAL),
    MALFORMED_EXTENSION(FATAL),
    DUPLICATE_EXTENSION(FATAL),
    /// It is not issued for this purpose.
    WRONG_PURPOSE(FATAL),
    POLICY(FATAL),
    REVOKED(FATAL),
    /// There is a list of revoked certificates, and it cannot be relied on.
    REVOCATION_UNCLEAR(FATAL),
    /// It is for another name.
    OTHER_NAME(FATAL),

    IMPROPER_ENCODING(STANDARD),
    SERIAL_NUMBER(STANDARD),
    EMPTY_NAME(STANDARD),
    /// A name that is none.
    BAD_NAME(STANDARD),
    AUTHORITY_KEY(STANDARD),
    SUBJECT_KEY(STANDARD),
    /// It must be critical and is not, or the other way about.
    CRITICALITY(STANDARD),
    /// What it says contradicts itself.
    INCONSISTENT(STANDARD),
    OLD_VERSION(STANDARD),
    MALFORMED_SIDE_MATTER(STANDARD),

    CABF_PURPOSES(BASELINE),
    CABF_AUTHORITY_AS_LEAF(BASELINE),
    CABF_NAMES(BASELINE),
    CABF_COMMON_NAME(BASELINE),
    CABF_PUBLIC_SUFFIX(BASELINE),
    CABF_KEY(BASELINE),
    CABF_ROOT(BASELINE),

    DATE_FORM(REMARK),
    CONSTRAINTS_NOT_CRITICAL(REMARK);

    private final Weight weight;

    Kind(Weight weight) {
      this.weight = weight;
    }

    public Weight weight() {
      return weight;
    }
  }
}
