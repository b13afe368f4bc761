package uk.nhs.estate.observation.certificate;

import java.util.List;

/// What a certificate says beyond names, dates and key (RFC 5280 §4.1.2.9).
///
/// @param id an object identifier
/// @param critical whether who does not understand it must refuse the certificate
/// @param value as it was encoded
public record Extension(String id, boolean critical, Octets value) {
  public static final String SUBJECT_KEY_IDENTIFIER = "2.5.29.14";
  public static final String KEY_USAGE = "2.5.29.15";
  public static final String ALTERNATIVE_NAMES = "2.5.29.17";
  public static final String BASIC_CONSTRAINTS = "2.5.29.19";
  public static final String NAME_CONSTRAINTS = "2.5.29.30";
  public static final String CRL_PLACES = "2.5.29.31";
  public static final String POLICIES = "2.5.29.32";
  public static final String POLICY_MAPPINGS = "2.5.29.33";
  public static final String AUTHORITY_KEY_IDENTIFIER = "2.5.29.35";
  public static final String POLICY_CONSTRAINTS = "2.5.29.36";
  public static final String EXTENDED_KEY_USAGE = "2.5.29.37";
  public static final String INHIBIT_ANY_POLICY = "2.5.29.54";
  public static final String AUTHORITY_ACCESS = "1.3.6.1.5.5.7.1.1";
  public static final String TLS_FEATURES = "1.3.6.1.5.5.7.1.24";
  public static final String SCTS = "1.3.6.1.4.1.11129.2.4.2";
  public static final String PRECERTIFICATE = "1.3.6.1.4.1.11129.2.4.3";

  static Extension read(Der value) throws MalformedException {
    var parts = value.sequence();
    if (parts.size() < 2 || parts.size() > 3) {
      throw new MalformedException("an extension has not two or three parts");
    }
    return new Extension(
        parts.getFirst().identifier(),
        parts.size() == 3 && parts.get(1).flag(),
        parts.getLast().expect(Der.OCTET_STRING).value());
  }

  static List<Der> parts(Der value) throws MalformedException {
    var parts = value.sequence();
    if (parts.isEmpty()) {
      throw new MalformedException("it lists nothing");
    }
    return parts;
  }
}
