package uk.nhs.estate.settings;

import java.util.List;
import uk.nhs.estate.register.BypassHosts;

/// `lists/csp-bypass-hosts.yml` as it is written.
record BypassHostsFile(String source, String asOf, String licence, List<BypassHosts.Entry> hosts) {}
