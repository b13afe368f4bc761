package uk.nhs.estate.settings;

import java.util.List;
import uk.nhs.estate.register.CertificateIssuers;

/// `lists/caa-issuers.yml` as it is written.
record CaaIssuersFile(String source, String asOf, List<CertificateIssuers.Entry> issuers) {}
