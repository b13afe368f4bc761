package uk.nhs.estate.probe.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Which records of a domain are asked for.
final class Records {
  /// Services that clients find by name (RFC 2782), and that are left behind when a supplier goes.
  private static final List<String> SERVICES =
      List.of("_sip._tls", "_sipfederationtls._tcp", "_autodiscover._tcp", "_xmpp-server._tcp");

  private Records() {}

  /// The longest name as text (RFC 1035 §2.3.4).
  private static final int LONGEST = 253;

  /// Whether a name is short enough for the DNS.
  static boolean fits(String name) {
    return name.length() <= LONGEST;
  }

  /// What every look asks for.
  static List<Question> light(String domain) {
    return Stream.concat(
            Stream.of("A", "AAAA", "MX", "TXT").map(type -> new Question(domain, type)),
            Stream.of(new Question("_dmarc." + domain, "TXT")))
        .toList();
  }

  /// What a full look asks for besides.
  ///
  /// @param signed whether there is anything that only signed zones have
  static List<Question> full(String domain, boolean signed) {
    var questions = new ArrayList<>(light(domain));
    questions.add(new Question(domain, "HTTPS"));
    questions.add(new Question("www." + domain, "A"));
    questions.add(new Question("www." + domain, "AAAA"));
    SERVICES.forEach(service -> questions.add(new Question(service + "." + domain, "SRV")));
    if (signed) {
      Stream.of("CDS", "CDNSKEY", "NSEC3PARAM")
          .forEach(type -> questions.add(new Question(domain, type)));
    }
    return questions;
  }
}
