package uk.nhs.estate.check.tls;

/// Commands that several checks of TLS share.
final class Commands {
  private static final String CONNECT =
      "openssl s_client -connect {name}:443 -servername {name} </dev/null";

  /// Shows from when to when a certificate is valid.
  static final String DATES = CONNECT + " 2>/dev/null | openssl x509 -noout -dates";

  /// Shows for which names a certificate is valid.
  static final String NAMES = CONNECT + " 2>/dev/null | openssl x509 -noout -ext subjectAltName";

  /// Shows all that a certificate says.
  static final String TEXT = CONNECT + " 2>/dev/null | openssl x509 -noout -text";

  /// Shows the chain and whether it is trusted.
  static final String CHAIN = CONNECT + " -showcerts";

  /// Shows the OCSP response that comes with a certificate.
  static final String STATUS = CONNECT + " -status";

  /// Shows the certificate for who names no site.
  static final String DEFAULT =
      "openssl s_client -connect {name}:443 -noservername </dev/null 2>/dev/null | openssl x509"
          + " -noout -subject -fingerprint -sha256";

  private Commands() {}
}
