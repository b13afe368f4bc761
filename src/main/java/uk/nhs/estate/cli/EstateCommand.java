package uk.nhs.estate.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.store.DatabaseFailure;
import uk.nhs.estate.store.embedded.FolderInUse;
import uk.nhs.estate.store.embedded.FolderNotOurs;

/// The command `estate`, of which all others are parts.
@Command(
    name = "estate",
    description = "A register and scanner of the NHS's domains and websites.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      HelpCommand.class,
      DemoCommand.class,
      ImportCommand.class,
      DkimSelectorsCommand.class,
      ImportDmarcCommand.class,
      CandidatesCommand.class,
      ServeCommand.class,
      WorkerCommand.class,
      MigrateCommand.class,
      ScanCommand.class,
      ScanDnsCommand.class,
      ScanMailCommand.class,
      ScanTlsCommand.class,
      SpfCommand.class,
      PreviewMailCommand.class,
      VerifyChainCommand.class,
      ExplainCommand.class,
      ChecksCommand.class
    },
    footer = {
      "",
      "Try it:     estate demo, then open http://localhost:8080",
      "Look once:  estate scan example.nhs.uk",
      "For real:   estate import etr.csv websites.csv, then estate serve",
      "",
      "Each command explains itself with --help. Settings of the scanner are in scanner-config."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done, nothing urgent or advisory found",
      "1:done, and something urgent or advisory was found",
      "2:the command line is not understood",
      "3:what was given is refused: a name, a file, a setting",
      "4:nothing could be seen",
      "5:the database cannot be used",
      "70:a fault of the program itself"
    })
public final class EstateCommand {
  static final int FAULTS_FOUND = 1;
  static final int REFUSED = 3;
  static final int NOTHING_SEEN = 4;
  static final int NO_DATABASE = 5;
  static final int OUR_FAULT = 70;

  private EstateCommand() {}

  /// The same with one command.
  @Command(name = "estate", subcommands = ScanTlsCommand.class)
  private static final class OnlyScanTls {}

  /// Runs a command line.
  ///
  /// @return the exit status
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    if (arguments.length > 0 && arguments[0].equals("scan-tls")) {
      var rest = List.of(arguments).subList(1, arguments.length);
      var order = TlsOrder.read(rest, System.getenv("ESTATE_CONFIG"));
      if (order.isPresent()) {
        return look(order.get(), out, err);
      }
      var commandLine = new CommandLine(new OnlyScanTls());
      commandLine.setParameterExceptionHandler((e, _) -> misunderstood(e));
      return execute(commandLine, out, err, arguments);
    }
    var logFormat = Objects.requireNonNullElse(System.getenv("ESTATE_LOG_FORMAT"), "text");
    if (LogFormat.named(logFormat).isEmpty()) {
      err.println("estate: ESTATE_LOG_FORMAT is text or json, not " + Terminal.safe(logFormat));
      return REFUSED;
    }
    return execute(new CommandLine(new EstateCommand()), out, err, arguments);
  }

  private static int look(TlsOrder order, PrintWriter out, PrintWriter err) {
    try {
      return TlsLook.at(order, out, err);
    } catch (RuntimeException e) {
      return failed(e, err);
    }
  }

  private static int execute(
      CommandLine commandLine, PrintWriter out, PrintWriter err, String... arguments) {
    return commandLine
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler((e, failing, _) -> failed(e, failing.getErr()))
        .execute(arguments);
  }

  private static int misunderstood(CommandLine.ParameterException e) {
    var misunderstood = e.getCommandLine();
    misunderstood
        .getErr()
        .println(
            "estate: %s; see %s --help"
                .formatted(
                    Terminal.safe(String.valueOf(e.getMessage())),
                    misunderstood.getCommandSpec().qualifiedName()));
    return misunderstood.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static int failed(Exception e, PrintWriter err) {
    return switch (e) {
      case Refusal refusal -> refused(refusal, err, REFUSED);
      case FolderInUse inUse -> refused(inUse, err, NO_DATABASE);
      case FolderNotOurs notOurs -> refused(notOurs, err, NO_DATABASE);
      case NoDatabase none -> refused(none, err, NO_DATABASE);
      case DatabaseFailure failure -> refused(failure, err, NO_DATABASE);
      default -> {
        err.println("estate: the program itself failed; please report this:");
        e.printStackTrace(err);
        err.flush();
        yield OUR_FAULT;
      }
    };
  }

  private static int refused(Exception e, PrintWriter err, int status) {
    err.println("estate: " + Terminal.safe(String.valueOf(e.getMessage())));
    return status;
  }
}
