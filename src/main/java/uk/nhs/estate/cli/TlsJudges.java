package uk.nhs.estate.cli;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Judgement;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.certificate.Anchors;
import uk.nhs.estate.policy.Catalogue;
import uk.nhs.estate.policy.Policy;
import uk.nhs.estate.register.KnownLogs;
import uk.nhs.estate.settings.TrustStore;

/// The checks of TLS, made ready while the look at the server is still going on: reading the
/// trusted roots takes as long.
final class TlsJudges {
  private final FutureTask<Ready> ready;

  private record Ready(Anchors roots, List<Check.OfTls> checks) {}

  private TlsJudges(FutureTask<Ready> ready) {
    this.ready = ready;
  }

  /// @param logs those that sign timestamps of certificates
  /// @param setting what names the file, for the refusal
  /// @param trustStore a PEM file of trusted roots, which is read at once; none for those of the
  ///     Java platform
  /// @throws uk.nhs.estate.register.Refusal when the file cannot be read
  static TlsJudges of(Policy policy, KnownLogs logs, String setting, @Nullable String trustStore) {
    var roots = trustStore == null ? null : TrustStore.read(setting, trustStore);
    var task =
        new FutureTask<>(
            () -> {
              var anchors = Anchors.ofPlatform(roots == null ? TrustStore.read(null) : roots);
              return new Ready(anchors, Catalogue.ofTls(policy, anchors, logs));
            });
    Thread.ofPlatform().daemon().name("checks").start(task);
    return new TlsJudges(task);
  }

  /// What all of them say.
  List<Judgement> of(TlsFacts tls) {
    return ready().checks().stream()
        .map(check -> new Judgement(check.rule(), verdict(check, tls)))
        .toList();
  }

  /// The roots that chains are held against.
  Anchors roots() {
    return ready().roots();
  }

  private Ready ready() {
    try {
      return ready.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while judging", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the checks could not be made ready", e.getCause());
    }
  }

  private static Verdict verdict(Check.OfTls check, TlsFacts tls) {
    try {
      return check.judge(tls);
    } catch (RuntimeException e) {
      // a logger is made only here: it takes longer than the look
      LoggerFactory.getLogger(TlsJudges.class).error("{} failed", check.rule().id(), e);
      return Verdict.Unknown.lasting("the check itself failed");
    }
  }
}
