/// Looks at a site's HTTP: visits it as a browser does and keeps every answer as it was sent.
@NullMarked
package uk.nhs.estate.probe.http;

import org.jspecify.annotations.NullMarked;
