package uk.nhs.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may talk to whom.
class HelmNetworkTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "203.0.113.9, TCP, 443",
    "203.0.113.9, TCP, 80",
    "203.0.113.9, TCP, 25",
    "203.0.113.9, UDP, 53",
    "203.0.113.9, TCP, 53",
    "2001:db8::9, UDP, 53",
    "2001:db8::9, TCP, 53",
    "2001:db8::9, TCP, 443",
    "2001:db8::9, TCP, 25"
  })
  void workersReachNameServersMailServersWebsitesAndRegistries(
      String address, String protocol, int port) {
    assertThat(reaches("worker", address, protocol, port)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "127.0.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "fd00::1",
        "fe80::1",
        "ff02::1"
      })
  void workersReachNoPrivateNetwork(String address) {
    assertThat(reaches("worker", address, "TCP", 25)).isFalse();
    assertThat(reaches("worker", address, "TCP", 80)).isFalse();
    assertThat(reaches("worker", address, "TCP", 443)).isFalse();
    assertThat(reaches("worker", address, "UDP", 53)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"TCP, 22", "TCP, 465", "TCP, 587", "TCP, 5432", "TCP, 6443", "UDP, 443"})
  void workersReachNothingElse(String protocol, int port) {
    assertThat(reaches("worker", "203.0.113.9", protocol, port)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"serve", "worker", "migration"})
  void everyPodReachesTheDatabaseAndTheClustersNames(String component) {
    var egress = policy("{}", component).getSpec().getEgress();
    assertThat(peers(egress.get(0))).containsExactly(Map.of("k8s-app", "kube-dns"));
    assertThat(ports(egress.get(0).getPorts())).containsExactly("UDP 53", "TCP 53");
    assertThat(peers(egress.get(1))).containsExactly(Map.of("app", "postgresql"));
    assertThat(ports(egress.get(1).getPorts())).containsExactly("TCP 5432");
    var other = policy("database: {port: 6432}", component).getSpec().getEgress();
    assertThat(ports(other.get(1).getPorts())).containsExactly("TCP 6432");
  }

  @ParameterizedTest
  @ValueSource(strings = {"serve", "migration"})
  void onlyWorkersReachMoreThanThat(String component) {
    assertThat(policy("{}", component).getSpec().getEgress()).hasSize(2);
    assertThat(reaches(component, "203.0.113.9", "TCP", 443)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"serve", "worker", "migration"})
  void nobodyReachesAPodUnlessNamed(String component) {
    var spec = policy("{}", component).getSpec();
    assertThat(spec.getPolicyTypes()).containsExactly("Ingress", "Egress");
    assertThat(spec.getIngress()).isEmpty();
    assertThat(spec.getPodSelector().getMatchLabels())
        .containsEntry("app.kubernetes.io/component", component)
        .containsEntry("app.kubernetes.io/instance", "estate");
  }

  @Test
  void theIngressIsLetInOnceMissingSignInIsAcceptedAndPrometheusToMetricsOnly() {
    var named =
        """
        networkPolicy:
          ingressFrom: [{namespaceSelector: {matchLabels: {name: ingress}}}]
          prometheusFrom: [{namespaceSelector: {matchLabels: {name: prometheus}}}]
        """;
    assertThat(let(named, "serve")).containsExactly("prometheus TCP health");
    assertThat(let(named + "serve: {acceptNoSignIn: true}", "serve"))
        .containsExactly("ingress TCP http", "prometheus TCP health");
    assertThat(let(named + "serve: {acceptNoSignIn: true}", "worker"))
        .containsExactly("prometheus TCP health");
    assertThat(let(named, "migration")).isEmpty();
  }

  @Test
  void asksWhereTheDatabaseIs() {
    assertThatThrownBy(() -> HelmChart.render(folder, "networkPolicy: {database: []}"))
        .hasMessageContaining("say where the database is");
  }

  private NetworkPolicy policy(String values, String component) {
    return HelmChart.render(folder, values).the(NetworkPolicy.class, "-" + component);
  }

  private boolean reaches(String component, String address, String protocol, int port) {
    return policy("{}", component).getSpec().getEgress().stream()
        .filter(rule -> ports(rule.getPorts()).contains(protocol + " " + port))
        .flatMap(rule -> rule.getTo().stream())
        .anyMatch(peer -> peer.getIpBlock() != null && holds(peer.getIpBlock(), address));
  }

  private List<String> let(String values, String component) {
    return policy(values, component).getSpec().getIngress().stream()
        .map(rule -> namespace(rule) + " " + String.join(",", ports(rule.getPorts())))
        .toList();
  }

  private static String namespace(NetworkPolicyIngressRule rule) {
    return rule.getFrom().getFirst().getNamespaceSelector().getMatchLabels().get("name");
  }

  private static List<Map<String, String>> peers(NetworkPolicyEgressRule rule) {
    return rule.getTo().stream()
        .map(peer -> peer.getPodSelector())
        .map(LabelSelector::getMatchLabels)
        .toList();
  }

  private static List<String> ports(List<NetworkPolicyPort> ports) {
    assertThat(ports).as("no ports would be all ports").isNotEmpty();
    return ports.stream().map(p -> p.getProtocol() + " " + p.getPort().getValue()).toList();
  }

  private static boolean holds(IPBlock block, String address) {
    return contains(block.getCidr(), address)
        && block.getExcept().stream().noneMatch(network -> contains(network, address));
  }

  private static boolean contains(String network, String address) {
    var slash = network.indexOf('/');
    var base = bits(network.substring(0, slash));
    var bits = bits(address);
    var prefix = Integer.parseInt(network.substring(slash + 1));
    return base.length() == bits.length()
        && base.substring(0, prefix).equals(bits.substring(0, prefix));
  }

  /// The bits of a literal address; Java would make an IPv4 address of an IPv6 one that maps it.
  private static String bits(String literal) {
    try {
      var bytes = InetAddress.getByName(literal).getAddress();
      if (literal.contains(":") && bytes.length == 4) {
        var mapped = new byte[16];
        Arrays.fill(mapped, 10, 12, (byte) 0xFF);
        System.arraycopy(bytes, 0, mapped, 12, 4);
        bytes = mapped;
      }
      var bits = new StringBuilder();
      for (var octet : bytes) {
        bits.append(String.format("%8s", Integer.toBinaryString(octet & 0xFF)).replace(' ', '0'));
      }
      return bits.toString();
    } catch (UnknownHostException e) {
      throw new AssertionError(literal, e);
    }
  }
}
