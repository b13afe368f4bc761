package uk.nhs.estate;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBuilder;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.DryRun;
import com.marcnuri.helm.Helm;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the chart renders, as the typed objects of the Kubernetes API.
///
/// @param text the rendered YAML
/// @param objects every document in it
record HelmChart(String text, List<HasMetadata> objects) {
  static final Path FOLDER = Path.of("helm", "nhs-web-estate");
  static final String NAME = "estate-nhs-web-estate";

  /// A hook's annotation as tests see it: under its own name Helm leaves the document out of what
  /// it renders.
  static final String HOOK = "rendered/hook";

  private static final String RELEASE = "estate";
  private static final String NAMESPACE = "web-estate";
  private static final String KUBERNETES = "1.33.0";

  /// The least that must be said.
  private static final String LEAST =
      """
      networkPolicy:
        database: [{podSelector: {matchLabels: {app: postgresql}}}]
      """;

  private static final Map<String, Class<? extends HasMetadata>> TYPES =
      Map.of(
          "v1 ServiceAccount", ServiceAccount.class,
          "v1 ConfigMap", ConfigMap.class,
          "v1 Service", Service.class,
          "apps/v1 Deployment", Deployment.class,
          "batch/v1 Job", Job.class,
          "networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class,
          "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class);

  private static final YAMLMapper STRICT =
      YAMLMapper.builder()
          .addModule(new SimpleModule().setDeserializerModifier(new NoUnknownFields()))
          .build();

  /// Takes away where fabric8's types collect, in silence, the fields that the API does not have.
  private static final class NoUnknownFields extends BeanDeserializerModifier {
    private static final long serialVersionUID = 1;

    @Override
    public BeanDeserializerBuilder updateBuilder(
        DeserializationConfig config, BeanDescription bean, BeanDeserializerBuilder builder) {
      builder.setAnySetter(null);
      return builder;
    }
  }

  /// Renders the chart with the least that must be said and these values (a YAML text) above it.
  ///
  /// @throws IllegalStateException with Helm's words, when they are refused
  static HelmChart render(Path folder, String values) {
    var text =
        new Helm(withHooksShown(folder))
            .template()
            .withName(RELEASE)
            .withNamespace(NAMESPACE)
            .withKubeVersion(KUBERNETES)
            .withValuesFile(write(folder, "least.yaml", LEAST))
            .withValuesFile(write(folder, "values.yaml", values))
            .call();
    return new HelmChart(text, read(text));
  }

  /// What Helm says after an install.
  static String notes(Path folder, String values) {
    var output =
        new Helm(FOLDER)
            .install()
            .withName(RELEASE)
            .withNamespace(NAMESPACE)
            .withKubeVersion(KUBERNETES)
            .clientOnly()
            .dryRun()
            .withDryRunOption(DryRun.CLIENT)
            .withValuesFile(write(folder, "least.yaml", LEAST))
            .withValuesFile(write(folder, "values.yaml", values))
            .call()
            .getOutput();
    return output.substring(output.indexOf("NOTES:"));
  }

  /// The documents of a YAML text.
  static List<HasMetadata> read(String text) {
    var objects = new ArrayList<HasMetadata>();
    try (var documents = STRICT.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
      while (documents.hasNext()) {
        var document = documents.next();
        if (!document.isNull()) {
          objects.add(typed(document));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return objects;
  }

  /// The document of a kind, by its name without the release's.
  <T extends HasMetadata> T the(Class<T> type, String name) {
    return all(type).stream()
        .filter(object -> object.getMetadata().getName().equals(NAME + name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + type.getSimpleName() + " " + NAME + name));
  }

  <T extends HasMetadata> List<T> all(Class<T> type) {
    return objects.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /// Every kind of pod, by its component.
  Map<String, PodTemplateSpec> pods() {
    var pods = new LinkedHashMap<String, PodTemplateSpec>();
    all(Deployment.class).forEach(d -> pods.put(component(d), d.getSpec().getTemplate()));
    all(Job.class).forEach(job -> pods.put(component(job), job.getSpec().getTemplate()));
    return pods;
  }

  /// The only container of a component's pods.
  Container container(String component) {
    var containers = pods().get(component).getSpec().getContainers();
    if (containers.size() != 1) {
      throw new AssertionError(component + " has " + containers.size() + " containers");
    }
    return containers.getFirst();
  }

  static Path write(Path folder, String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String component(HasMetadata object) {
    return object.getMetadata().getLabels().get("app.kubernetes.io/component");
  }

  private static HasMetadata typed(JsonNode document) throws IOException {
    var kind = document.path("apiVersion").asText() + " " + document.path("kind").asText();
    var type = TYPES.get(kind);
    if (type == null) {
      throw new AssertionError("The chart should hold no " + kind);
    }
    return STRICT.treeToValue(document, type);
  }

  private static Path withHooksShown(Path folder) {
    var copy = folder.resolve("chart");
    try (var files = Files.walk(FOLDER)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var target = copy.resolve(FOLDER.relativize(file));
        Files.createDirectories(target.getParent());
        Files.writeString(target, Files.readString(file).replace("helm.sh/hook:", HOOK + ":"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return copy;
  }
}
