package uk.nhs.estate.web;

import gg.jte.Content;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import uk.nhs.estate.observation.TlsFacts;

/// Lays out a TLS handshake and its certificates for people.
final class SeenTls {
  private static final int MOST_NAMES = 100;

  private SeenTls() {}

  static List<SeenTopic.Block> blocks(TlsFacts tls) {
    var pairs = new ArrayList<SeenTopic.Pair>();
    pairs.add(pair("Connected to", tls.endpoint().toString()));
    pairs.add(pair("Name asked for", tls.serverName()));
    var certificates = new ArrayList<SeenTopic.Block>();
    switch (tls.outcome()) {
      case TlsFacts.Completed completed -> {
        pairs.add(pair("Version", completed.version()));
        pairs.add(pair("Cipher suite", completed.suite()));
        pairs.add(
            pair(
                "Protocol agreed", Objects.requireNonNullElse(completed.alpn(), "None (no ALPN)")));
        pairs.add(
            pair("Certificates", Words.count(completed.chain().size(), "was sent", "were sent")));
        int number = 0;
        for (var certificate : completed.certificates()) {
          number++;
          certificates.add(certificate(number, certificate, completed));
        }
      }
      case TlsFacts.Failed(var offered, var answer) ->
          pairs.add(
              pair(
                  "Handshake",
                  "Refused: "
                      + answer
                      + (offered.isEmpty() ? "" : "; offered " + String.join(", ", offered))));
      case TlsFacts.NotTls(var answer) ->
          pairs.add(pair("Handshake", "The server does not speak TLS. It sent: " + answer));
      case TlsFacts.NobodyListens _ -> pairs.add(pair("Handshake", "Nobody answers on this port"));
    }
    return Stream.concat(Stream.of(new SeenTopic.Pairs("Handshake", pairs)), certificates.stream())
        .toList();
  }

  private static SeenTopic.Pairs certificate(
      int number, X509Certificate certificate, TlsFacts.Completed completed) {
    return new SeenTopic.Pairs(
        "Certificate " + number,
        List.of(
            pair("Subject", certificate.getSubjectX500Principal().getName()),
            new SeenTopic.Pair("Names", Visible.lines(names(certificate))),
            pair("Issuer", certificate.getIssuerX500Principal().getName()),
            new SeenTopic.Pair("Valid from", When.at(certificate.getNotBefore().toInstant())),
            new SeenTopic.Pair("Valid until", When.at(certificate.getNotAfter().toInstant())),
            pair("Key", certificate.getPublicKey().getAlgorithm()),
            pair("Signature", certificate.getSigAlgName()),
            pair("Serial number", certificate.getSerialNumber().toString(16)),
            pair("SHA-256", completed.chain().get(number - 1).hash())));
  }

  private static List<String> names(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      return names == null
          ? List.of("None")
          : names.stream().limit(MOST_NAMES).map(name -> String.valueOf(name.get(1))).toList();
    } catch (CertificateParsingException _) {
      return List.of("They cannot be read");
    }
  }

  private static SeenTopic.Pair pair(String name, String value) {
    Content shown = Visible.of(value);
    return new SeenTopic.Pair(name, shown);
  }
}
