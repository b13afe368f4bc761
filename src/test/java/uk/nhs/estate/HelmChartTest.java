package uk.nhs.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.marcnuri.helm.Helm;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.settings.ScannerConfig;

class HelmChartTest {
  private static final String OPEN = "serve: {acceptNoSignIn: true}";

  @TempDir Path folder;

  @Test
  void lintsWithoutAWarning() {
    var lint = new Helm(HelmChart.FOLDER).lint().strict().call();
    assertThat(lint.getMessages()).allMatch(message -> message.startsWith("[INFO]"));
    assertThat(lint.isFailed()).isFalse();
  }

  @Test
  void rendersTwoServicesAndWhatTheyNeed() {
    var chart = HelmChart.render(folder, "{}");
    assertThat(names(chart))
        .containsExactlyInAnyOrder(
            "Deployment -serve",
            "Deployment -worker",
            "Job -migration",
            "ServiceAccount -serve",
            "ServiceAccount -worker",
            "ServiceAccount -migration",
            "NetworkPolicy -serve",
            "NetworkPolicy -worker",
            "NetworkPolicy -migration",
            "PodDisruptionBudget -serve",
            "PodDisruptionBudget -worker");
    assertThat(names(HelmChart.render(folder, OPEN))).contains("Service ").hasSize(12);
    assertThat(
            names(
                HelmChart.render(
                    folder,
                    """
                    migration: {enabled: false}
                    networkPolicy: {enabled: false, database: []}
                    podDisruptionBudget: {enabled: false}
                    """)))
        .containsExactlyInAnyOrder(
            "Deployment -serve",
            "Deployment -worker",
            "ServiceAccount -serve",
            "ServiceAccount -worker");
  }

  @Test
  void aFieldThatKubernetesDoesNotHaveIsNoticed() {
    assertThatThrownBy(
            () ->
                HelmChart.read(
                    """
                    apiVersion: v1
                    kind: ServiceAccount
                    metadata: {name: a, lables: {}}
                    """))
        .hasCauseInstanceOf(UnrecognizedPropertyException.class)
        .hasMessageContaining("lables");
  }

  @Test
  void noPodHasRightsInTheClusterOrOnTheNode() {
    var chart = HelmChart.render(folder, OPEN);
    assertThat(chart.pods().keySet()).containsExactlyInAnyOrder("serve", "worker", "migration");
    chart
        .pods()
        .forEach(
            (component, template) -> {
              var pod = template.getSpec();
              assertThat(pod.getServiceAccountName()).isEqualTo(HelmChart.NAME + "-" + component);
              assertThat(pod.getAutomountServiceAccountToken()).isFalse();
              assertThat(pod.getEnableServiceLinks()).isFalse();
              assertThat(pod.getHostNetwork()).isNull();
              assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
              assertThat(pod.getSecurityContext().getRunAsUser()).isPositive();
              assertThat(pod.getSecurityContext().getSeccompProfile().getType())
                  .isEqualTo("RuntimeDefault");
              var container = chart.container(component);
              var context = container.getSecurityContext();
              assertThat(context.getAllowPrivilegeEscalation()).isFalse();
              assertThat(context.getPrivileged()).isFalse();
              assertThat(context.getReadOnlyRootFilesystem()).isTrue();
              assertThat(context.getCapabilities().getDrop()).containsExactly("ALL");
              assertThat(context.getCapabilities().getAdd()).isNullOrEmpty();
              assertThat(container.getResources().getLimits()).containsKey("memory");
              assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
              assertThat(container.getVolumeMounts())
                  .singleElement()
                  .satisfies(mount -> assertThat(mount.getMountPath()).isEqualTo("/tmp"));
              assertThat(pod.getVolumes())
                  .singleElement()
                  .satisfies(volume -> assertThat(volume.getEmptyDir()).isNotNull());
            });
    assertThat(chart.all(ServiceAccount.class))
        .allMatch(account -> !account.getAutomountServiceAccountToken());
  }

  @Test
  void everyDocumentCarriesTheRecommendedLabels() {
    for (var object : HelmChart.render(folder, OPEN).objects()) {
      assertThat(object.getMetadata().getLabels())
          .as("%s", object)
          .containsEntry("app.kubernetes.io/name", "nhs-web-estate")
          .containsEntry("app.kubernetes.io/instance", "estate")
          .containsEntry("app.kubernetes.io/part-of", "nhs-web-estate")
          .containsEntry("app.kubernetes.io/managed-by", "Helm")
          .containsKeys(
              "app.kubernetes.io/component", "app.kubernetes.io/version", "helm.sh/chart");
    }
  }

  @Test
  void everySelectorMeansThePodsOfOneComponent() {
    var chart = HelmChart.render(folder, OPEN);
    for (var deployment : chart.all(Deployment.class)) {
      assertThat(selected(chart, deployment.getSpec().getSelector().getMatchLabels()))
          .containsExactly(component(deployment));
    }
    for (var budget : chart.all(PodDisruptionBudget.class)) {
      assertThat(selected(chart, budget.getSpec().getSelector().getMatchLabels()))
          .containsExactly(component(budget));
    }
    var service = chart.the(Service.class, "");
    assertThat(selected(chart, service.getSpec().getSelector())).containsExactly("serve");
    assertThat(service.getSpec().getType()).isEqualTo("ClusterIP");
    assertThat(service.getSpec().getPorts())
        .singleElement()
        .satisfies(port -> assertThat(port.getTargetPort().getStrVal()).isEqualTo("http"));
  }

  @Test
  void theDatabaseIsKnownFromASecretOnly() {
    var chart =
        HelmChart.render(
            folder,
            "database: {existingSecret: pg-app, keys: {url: jdbc-uri, user: username, password:"
                + " p}}");
    for (var component : chart.pods().keySet()) {
      var env = chart.container(component).getEnv();
      var secrets =
          env.stream()
              .filter(variable -> variable.getValueFrom() != null)
              .collect(
                  Collectors.toMap(
                      EnvVar::getName,
                      variable -> {
                        var reference = variable.getValueFrom().getSecretKeyRef();
                        return reference.getName() + "/" + reference.getKey();
                      }));
      assertThat(secrets)
          .containsOnly(
              Map.entry("ESTATE_DATABASE_URL", "pg-app/jdbc-uri"),
              Map.entry("ESTATE_DATABASE_USER", "pg-app/username"),
              Map.entry("ESTATE_DATABASE_PASSWORD", "pg-app/p"));
      assertThat(env)
          .filteredOn(variable -> variable.getValue() != null)
          .extracting(EnvVar::getName)
          .containsExactly("ESTATE_LOG_FORMAT");
    }
    assertThat(chart.text()).doesNotContain("kind: Secret").doesNotContainIgnoringCase("jdbc:");
  }

  @Test
  void apiAndPagesListenInsideThePodUntilMissingSignInIsAccepted() {
    var shut = HelmChart.render(folder, "{}");
    assertThat(shut.container("serve").getArgs()).contains("--host=127.0.0.1");
    assertThat(shut.all(Service.class)).isEmpty();
    var open = HelmChart.render(folder, OPEN);
    assertThat(open.container("serve").getArgs()).contains("--host=0.0.0.0");
    assertThat(open.container("serve").getLifecycle().getPreStop().getSleep().getSeconds())
        .isPositive();
  }

  @Test
  void theNotesSayHowToGetInAndWhatIsDangerous() {
    assertThat(HelmChart.notes(folder, "{}"))
        .contains("port-forward deployment/estate-nhs-web-estate-serve 8080:8080")
        .doesNotContain("WARNING");
    assertThat(HelmChart.notes(folder, OPEN))
        .contains("WARNING: there is no sign-in", "networkPolicy.ingressFrom is empty");
    assertThat(HelmChart.notes(folder, OPEN + "\nnetworkPolicy: {enabled: false}"))
        .contains("every pod of the cluster reaches it", "Only the scanner's own address guard");
  }

  @Test
  void theMigrationRunsBeforeTheRestOnceItsAccountAndNetworkAreThere() {
    var chart = HelmChart.render(folder, "{}");
    var job = chart.the(Job.class, "-migration");
    assertThat(job.getSpec().getTemplate().getSpec().getRestartPolicy()).isEqualTo("Never");
    var hooks = new HashMap<String, Integer>();
    for (var object : chart.objects()) {
      var annotations = object.getMetadata().getAnnotations();
      if (annotations != null && annotations.containsKey(HelmChart.HOOK)) {
        assertThat(annotations).containsEntry(HelmChart.HOOK, "pre-install,pre-upgrade");
        hooks.put(object.getKind(), Integer.parseInt(annotations.get("helm.sh/hook-weight")));
      }
    }
    assertThat(hooks).containsOnlyKeys("ServiceAccount", "NetworkPolicy", "Job");
    assertThat(hooks.get("Job"))
        .isGreaterThan(hooks.get("ServiceAccount"))
        .isGreaterThan(hooks.get("NetworkPolicy"));
  }

  @Test
  void scannerSettingsArriveInThePodsAsTheProgramReadsThem() throws IOException {
    var values = settings(Files.readString(Path.of("scanner-config", "scanner.yml")));
    var chart = HelmChart.render(folder, values);
    var data = chart.the(ConfigMap.class, "-scanner").getData();
    for (var component : Set.of("serve", "worker")) {
      var pod = chart.pods().get(component).getSpec();
      var volume =
          pod.getVolumes().stream().filter(v -> v.getConfigMap() != null).findFirst().orElseThrow();
      assertThat(volume.getConfigMap().getName()).isEqualTo(HelmChart.NAME + "-scanner");
      var container = chart.container(component);
      var mount =
          container.getVolumeMounts().stream()
              .filter(m -> m.getName().equals(volume.getName()))
              .findFirst()
              .orElseThrow();
      assertThat(container.getEnv())
          .filteredOn(variable -> variable.getName().equals("ESTATE_CONFIG"))
          .extracting(EnvVar::getValue)
          .containsExactly(mount.getMountPath());
      var mounted = Files.createDirectories(folder.resolve(component));
      for (var item : volume.getConfigMap().getItems()) {
        var file = mounted.resolve(item.getPath());
        Files.createDirectories(file.getParent());
        Files.writeString(file, data.get(item.getKey()));
      }
      assertThat(ScannerConfig.read(mounted)).isEqualTo(ScannerConfig.read(null));
    }
  }

  @Test
  void otherScannerSettingsMakeOtherPods() {
    assertThat(checksum(HelmChart.render(folder, settings("a: 1"))))
        .isEqualTo(checksum(HelmChart.render(folder, settings("a: 1"))))
        .isNotEqualTo(checksum(HelmChart.render(folder, settings("a: 2"))));
  }

  @Test
  void theImageIsThisVersionUnlessADigestSaysWhich() throws IOException {
    var pom = Files.readString(Path.of("pom.xml"));
    var version = pom.substring(pom.indexOf("<version>") + 9, pom.indexOf("</version>"));
    assertThat(HelmChart.render(folder, "{}").container("worker").getImage())
        .isEqualTo("nhs-web-estate:" + version);
    var digest = "sha256:" + "a".repeat(64);
    assertThat(
            HelmChart.render(folder, "image: {repository: r.example/e, digest: '" + digest + "'}")
                .container("migration")
                .getImage())
        .isEqualTo("r.example/e@" + digest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "serv: {replicas: 2}",
        "serve: {replicas: two}",
        "serve: {replicas: -1}",
        "serve: {acceptNoSignIn: 'yes'}",
        "serve: {ports: {http: 80}}",
        "worker: {replicas: 1.5}",
        "worker: {resources: {limits: {memory: lots}}}",
        "database: {password: hunter2}",
        "database: {url: 'jdbc:postgresql://host/estate'}",
        "database: {existingSecret: ''}",
        "database: {existingSecret: 'No_Name'}",
        "database: {port: 65536}",
        "image: {digest: 'sha256:1234'}",
        "image: {repository: 'a b'}",
        "image: {pullPolicy: Sometimes}",
        "log: {format: xml}",
        "networkPolicy: {database: [{}]}",
        "networkPolicy: {database: [{cidr: 203.0.113.7/32}]}",
        "networkPolicy: {dns: []}",
        "networkPolicy: {forbiddenNetworks: {ipv4: []}}",
        "networkPolicy: {forbiddenNetworks: {ipv4: ['::1/128']}}",
        "networkPolicy: {forbiddenNetworks: {ipv6: [10.0.0.0/8]}}",
        "networkPolicy: {ingressFrom: [{ipBlock: {cidr: everywhere}}]}",
        "scannerConfig: {scannerYml: 'a: 1'}",
        "scannerConfig: {policies: {a: 'a: 1'}}",
        "scannerConfig: {scannerYml: 'a: 1', policies: {../a: 'a: 1'}}",
      })
  void refusesAWrongValue(String values) {
    assertThatThrownBy(() -> HelmChart.render(folder, values))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("don't meet the specifications of the schema");
  }

  private static String settings(String scannerYml) {
    try {
      return "scannerConfig:\n  scannerYml: |\n"
          + scannerYml.indent(4)
          + "  policies:\n    2026-11: |\n"
          + Files.readString(Path.of("scanner-config", "policy", "2026-11.yml")).indent(6);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String checksum(HelmChart chart) {
    return chart.pods().get("worker").getMetadata().getAnnotations().get("checksum/scanner-config");
  }

  private static Set<String> names(HelmChart chart) {
    return chart.objects().stream()
        .map(o -> o.getKind() + " " + o.getMetadata().getName().substring(HelmChart.NAME.length()))
        .collect(Collectors.toSet());
  }

  private static Set<String> selected(HelmChart chart, Map<String, String> labels) {
    assertThat(labels).isNotEmpty();
    return chart.pods().entrySet().stream()
        .filter(
            pod ->
                pod.getValue().getMetadata().getLabels().entrySet().containsAll(labels.entrySet()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static String component(HasMetadata object) {
    return object.getMetadata().getLabels().get("app.kubernetes.io/component");
  }
}
