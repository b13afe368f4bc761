package uk.nhs.estate.cli;

import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.nhs.estate.observation.Asked;
import uk.nhs.estate.observation.mail.SpfEvaluation;
import uk.nhs.estate.observation.mail.SpfSender;
import uk.nhs.estate.observation.text.IpAddress;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.store.FactsJson;

/// Evaluates a domain's SPF record for one sender, without a database.
@Command(
    name = "spf",
    description = {
      "Says what a receiver makes of mail that comes from an address in the name of a domain, by"
          + " the domain's SPF record (RFC 7208), and shows every term that was tried, what the DNS"
          + " was asked for it, and the counts of look-ups. No mail is sent, and nothing is"
          + " stored.",
      "The result is pass, fail, softfail, neutral, none (no SPF record), permerror (the record is"
          + " broken) or temperror (the DNS did not answer). The exit status is 0 for the first"
          + " four, 1 for none and permerror, 4 for temperror."
    },
    footer = {
      "",
      "Examples:",
      "  estate spf example.nhs.uk --ip 192.0.2.25",
      "  estate spf example.nhs.uk --ip 2001:db8::25 --from ward@example.nhs.uk --json",
      "  estate spf mail.example.nhs.uk --ip 192.0.2.25 --from \"\"     (the name in HELO itself)"
    },
    mixinStandardHelpOptions = true)
final class SpfCommand implements Callable<Integer> {
  private static final int LONGEST = 320;
  private static final Pattern VISIBLE = Pattern.compile("[^\\s\\p{C}]+");

  /// Labels that hold records and no host (RFC 8552), such as `_spf`.
  private static final Pattern UNDERSCORED =
      Pattern.compile("((?:\\w[\\w-]{0,62}\\.)*_[\\w-]{0,62}\\.)(.*)");

  @Spec CommandSpec spec;
  @Mixin ConfigOption config;
  @Mixin WorldOption world;

  @Parameters(
      paramLabel = "NAME",
      description = "The domain whose record is evaluated; may begin with labels such as _spf.")
  String name;

  @Option(
      names = "--ip",
      required = true,
      paramLabel = "ADDRESS",
      description = "The IPv4 or IPv6 address that the mail comes from.")
  String ip;

  @Option(
      names = "--from",
      paramLabel = "MAILBOX",
      description =
          "The sender's mailbox, for macros. Default: postmaster at NAME. Empty for a mail without"
              + " a sender: postmaster at the name in HELO.")
  @Nullable String from;

  @Option(
      names = "--helo",
      paramLabel = "NAME",
      description = "The name that the sending server gives in HELO, for macros. Default: NAME.")
  @Nullable String helo;

  @Option(names = "--json", description = "Print the result and the whole trace as JSON.")
  boolean json;

  @Override
  public Integer call() {
    var sender = sender();
    try (var once = new OneLook(config, world, Set.of())) {
      var evaluation = SpfEvaluation.of(once.look().lookups(sender.domain()), sender);
      var out = spec.commandLine().getOut();
      if (json) {
        out.println(FactsJson.write(evaluation));
      } else {
        SpfReport.print(sender, evaluation, out);
      }
      return status(evaluation.result());
    }
  }

  private SpfSender sender() {
    var domain = domain(name);
    var address =
        IpAddress.parse(ip)
            .orElseThrow(
                () ->
                    new Refusal(
                        "ip",
                        Refusal.quote(ip)
                            + " is no IP address: give one such as 192.0.2.25 or 2001:db8::25."));
    var greeting = visible("helo", Objects.requireNonNullElse(helo, domain));
    var mailbox = Objects.requireNonNullElse(from, "postmaster@" + domain);
    if (!mailbox.isEmpty() && visible("from", mailbox).indexOf('@') < 0) {
      throw new Refusal(
          "from", Refusal.quote(mailbox) + " is no mailbox: give one such as ward@" + domain + ".");
    }
    var sender = SpfSender.mailFrom(address, mailbox, greeting, InstantSource.system().instant());
    return new SpfSender(
        sender.ip(),
        domain,
        sender.localPart(),
        sender.mailDomain(),
        sender.helo(),
        sender.receiver(),
        sender.when());
  }

  private static String domain(String name) {
    var underscored = UNDERSCORED.matcher(name);
    return underscored.matches()
        ? Asked.plain(underscored.group(1)) + "." + DomainName.parse(underscored.group(2)).ascii()
        : DomainName.parse(name).ascii();
  }

  private static String visible(String field, String text) {
    if (text.length() > LONGEST || !VISIBLE.matcher(text).matches()) {
      throw new Refusal(
          field,
          Refusal.quote(text)
              + " cannot be used: give up to "
              + LONGEST
              + " characters, none of them a space or invisible.");
    }
    return text;
  }

  private static int status(SpfEvaluation.Result result) {
    return switch (result) {
      case PASS, FAIL, SOFTFAIL, NEUTRAL -> 0;
      case NONE, PERMERROR -> EstateCommand.FAULTS_FOUND;
      case TEMPERROR -> EstateCommand.NOTHING_SEEN;
    };
  }
}
