package uk.nhs.estate.observation.certificate;

/// What a key may be used for (RFC 5280 §4.2.1.3), in the order of the bits.
public enum KeyUse {
  DIGITAL_SIGNATURE,
  NON_REPUDIATION,
  KEY_ENCIPHERMENT,
  DATA_ENCIPHERMENT,
  KEY_AGREEMENT,
  KEY_CERT_SIGN,
  CRL_SIGN,
  ENCIPHER_ONLY,
  DECIPHER_ONLY
}
