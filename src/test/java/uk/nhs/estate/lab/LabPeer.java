package uk.nhs.estate.lab;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Vector;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.tls.AbstractTlsServer;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateEntry;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CertificateStatus;
import org.bouncycastle.tls.CertificateStatusType;
import org.bouncycastle.tls.ClientCertificateType;
import org.bouncycastle.tls.KeyExchangeAlgorithm;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.ProtocolName;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.ServerName;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.SignatureScheme;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsPSKIdentityManager;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.DHGroup;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.TlsDHConfig;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedDecryptor;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.lab.LabIdentity.Kind;

/// The server's side of one connection to a [LabTls].
final class LabPeer extends AbstractTlsServer {
  private static final BcTlsCrypto CRYPTO = new BcTlsCrypto();
  private static final int SIGNED_CERTIFICATE_TIMESTAMP = 18;
  private static final int STATUS_REQUEST = 5;
  private static final int HEARTBEAT = 15;

  private final LabTls its;

  LabPeer(LabTls its) {
    super(CRYPTO);
    this.its = its;
  }

  @Override
  protected ProtocolVersion[] getSupportedVersions() {
    return its.versions.stream()
        .sorted((one, other) -> other - one)
        .map(version -> ProtocolVersion.get(version >> 8, version & 0xff))
        .toArray(ProtocolVersion[]::new);
  }

  @Override
  protected int[] getSupportedCipherSuites() {
    return ints(its.suites);
  }

  @Override
  protected boolean preferLocalCipherSuites() {
    return its.decides;
  }

  @Override
  public boolean preferLocalSupportedGroups() {
    return its.decides;
  }

  @Override
  public int[] getSupportedGroups() {
    return ints(its.groups);
  }

  private static int[] ints(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  protected boolean selectCipherSuite(int suite) throws IOException {
    boolean can =
        switch (TlsUtils.getKeyExchangeAlgorithm(suite)) {
          case KeyExchangeAlgorithm.NULL -> true; // TLS 1.3
          case KeyExchangeAlgorithm.ECDHE_ECDSA -> curve() != 0 && signer(Kind::isElliptic) != null;
          case KeyExchangeAlgorithm.ECDHE_RSA -> curve() != 0 && signer(Kind::isRsa) != null;
          case KeyExchangeAlgorithm.DHE_RSA -> signer(Kind::isRsa) != null;
          case KeyExchangeAlgorithm.DHE_DSS -> signer(Kind::isDsa) != null;
          case KeyExchangeAlgorithm.RSA -> hasRsa();
          case KeyExchangeAlgorithm.RSA_PSK -> its.preSharedKey != null && hasRsa();
          case KeyExchangeAlgorithm.PSK, KeyExchangeAlgorithm.DHE_PSK -> its.preSharedKey != null;
          case KeyExchangeAlgorithm.ECDHE_PSK -> its.preSharedKey != null && curve() != 0;
          case KeyExchangeAlgorithm.ECDH_anon -> curve() != 0;
          case KeyExchangeAlgorithm.DH_anon -> true;
          default -> false;
        };
    return can && super.selectCipherSuite(suite);
  }

  private List<LabIdentity> identities() {
    return its.forOthers == null || isAskedByName() ? its.identities : List.of(its.forOthers);
  }

  private boolean isAskedByName() {
    var names = context.getSecurityParametersHandshake().getClientServerNames();
    return names != null
        && names.size() == 1
        && names.getFirst() instanceof ServerName name
        && LabIdentity.HOST.equals(new String(name.getNameData(), StandardCharsets.US_ASCII));
  }

  @Override
  public void notifyOfferedCipherSuites(int[] offered) throws IOException {
    super.notifyOfferedCipherSuites(
        Arrays.copyOf(offered, Math.min(offered.length, its.mostSuitesRead)));
  }

  private boolean hasRsa() {
    return identities().stream().anyMatch(own -> own.kind().isRsa());
  }

  private int curve() {
    var offered = context.getSecurityParametersHandshake().getClientSupportedGroups();
    if (offered == null) {
      return its.groups.stream().filter(NamedGroup::refersToASpecificCurve).findFirst().orElse(0);
    }
    return shared(offered, NamedGroup::refersToASpecificCurve);
  }

  private int shared(int[] offered, IntPredicate kind) {
    var theirs = Arrays.stream(offered).boxed().toList();
    var mine = its.groups;
    return (its.decides ? mine : theirs)
        .stream()
            .filter(group -> kind.test(group) && mine.contains(group) && theirs.contains(group))
            .findFirst()
            .orElse(0);
  }

  @Override
  protected int selectECDH(int minimumBits) {
    return curve();
  }

  @Override
  protected int selectDH(int minimumBits) {
    var offered = context.getSecurityParametersHandshake().getClientSupportedGroups();
    int group = offered == null ? 0 : shared(offered, NamedGroup::refersToASpecificFiniteField);
    return group == 0 ? selectDHDefault(minimumBits) : group;
  }

  @Override
  public TlsDHConfig getDHConfig() throws IOException {
    var prime = its.prime;
    return prime == null
        ? super.getDHConfig()
        : new TlsDHConfig(new DHGroup(prime, null, BigInteger.TWO, 0));
  }

  @Override
  public @Nullable TlsCredentials getCredentials() throws IOException {
    int exchange = context.getSecurityParametersHandshake().getKeyExchangeAlgorithm();
    return switch (exchange) {
      case KeyExchangeAlgorithm.NULL -> demanded(signer(_ -> true));
      case KeyExchangeAlgorithm.ECDHE_ECDSA -> demanded(signer(Kind::isElliptic));
      case KeyExchangeAlgorithm.ECDHE_RSA, KeyExchangeAlgorithm.DHE_RSA ->
          demanded(signer(Kind::isRsa));
      case KeyExchangeAlgorithm.DHE_DSS -> demanded(signer(Kind::isDsa));
      case KeyExchangeAlgorithm.RSA, KeyExchangeAlgorithm.RSA_PSK -> decryptor();
      default -> null;
    };
  }

  private static TlsCredentials demanded(@Nullable TlsCredentials found) throws TlsFatalAlert {
    if (found == null) {
      throw new TlsFatalAlert(AlertDescription.handshake_failure);
    }
    return found;
  }

  private @Nullable TlsCredentials signer(Predicate<Kind> wanted) throws IOException {
    for (var own : identities()) {
      var signer = wanted.test(own.kind()) ? signer(own) : null;
      if (signer != null) {
        return signer;
      }
    }
    return null;
  }

  private @Nullable TlsCredentials signer(LabIdentity own) throws IOException {
    var version = context.getServerVersion();
    if (!TlsUtils.isTLSv12(version)) {
      return own.kind().isEdwards() ? null : signer(own, null);
    }
    var offered = context.getSecurityParametersHandshake().getClientSigAlgs();
    var schemes =
        offered == null ? TlsUtils.getDefaultSupportedSignatureAlgorithms(context) : offered;
    for (int scheme : own.kind().schemes()) {
      boolean pkcs1 = scheme < 0x0700 && own.kind().isRsa();
      boolean sha1 = scheme >> 8 == 2;
      boolean fits = !TlsUtils.isTLSv13(version) || (!pkcs1 && !sha1);
      if (fits && schemes.contains(SignatureScheme.getSignatureAndHashAlgorithm(scheme))) {
        return signer(own, SignatureScheme.getSignatureAndHashAlgorithm(scheme));
      }
    }
    return null;
  }

  private TlsCredentials signer(LabIdentity own, @Nullable SignatureAndHashAlgorithm scheme)
      throws IOException {
    return new BcDefaultTlsCredentialedSigner(
        new TlsCryptoParameters(context), CRYPTO, key(own), certificate(own), scheme);
  }

  private TlsCredentials decryptor() throws IOException {
    var own = identities().stream().filter(one -> one.kind().isRsa()).findFirst().orElseThrow();
    return new BcDefaultTlsCredentialedDecryptor(CRYPTO, certificate(own), key(own));
  }

  private static AsymmetricKeyParameter key(LabIdentity own) throws IOException {
    return PrivateKeyFactory.createKey(own.key().getEncoded());
  }

  private Certificate certificate(LabIdentity own) throws IOException {
    var chain = new TlsCertificate[own.chain().size()];
    for (int i = 0; i < chain.length; i++) {
      chain[i] = CRYPTO.createCertificate(own.chain().get(i));
    }
    if (!TlsUtils.isTLSv13(context.getServerVersion())) {
      return new Certificate(chain);
    }
    var entries = new CertificateEntry[chain.length];
    for (int i = 0; i < chain.length; i++) {
      entries[i] = new CertificateEntry(chain[i], i == 0 ? besideTheLeaf() : null);
    }
    return new Certificate(TlsUtils.EMPTY_BYTES, entries);
  }

  /// RFC 8446 §4.4.2.1.
  private @Nullable Hashtable<Integer, byte[]> besideTheLeaf() {
    var extensions = new Hashtable<Integer, byte[]>();
    var staple = its.staple;
    if (staple != null && asked(STATUS_REQUEST)) {
      extensions.put(
          STATUS_REQUEST,
          ByteBuffer.allocate(4 + staple.length)
              .putInt(1 << 24 | staple.length)
              .put(staple)
              .array());
    }
    if (its.timestamps != null && asked(SIGNED_CERTIFICATE_TIMESTAMP)) {
      extensions.put(SIGNED_CERTIFICATE_TIMESTAMP, its.timestamps);
    }
    return extensions.isEmpty() ? null : extensions;
  }

  private boolean asked(int extension) {
    return clientExtensions != null && clientExtensions.containsKey(extension);
  }

  @Override
  @SuppressWarnings("unchecked")
  public Hashtable<?, ?> getServerExtensions() throws IOException {
    if (its.needsName && !isAskedByName()) {
      throw new TlsFatalAlert(AlertDescription.unrecognized_name);
    }
    super.getServerExtensions();
    if (!TlsUtils.isTLSv13(context)
        && its.timestamps != null
        && asked(SIGNED_CERTIFICATE_TIMESTAMP)) {
      serverExtensions.put(SIGNED_CERTIFICATE_TIMESTAMP, its.timestamps);
    }
    if (!TlsUtils.isTLSv13(context) && its.heartbeat && asked(HEARTBEAT)) {
      serverExtensions.put(HEARTBEAT, new byte[] {1}); // which the stack does over UDP only
    }
    return serverExtensions;
  }

  @Override
  public @Nullable CertificateStatus getCertificateStatus() throws IOException {
    return its.staple == null
        ? null
        : new CertificateStatus(CertificateStatusType.ocsp, OCSPResponse.getInstance(its.staple));
  }

  @Override
  protected boolean allowCertificateStatus() {
    return its.staple != null;
  }

  @Override
  protected boolean allowEncryptThenMAC() {
    return its.encryptThenMac;
  }

  @Override
  public boolean shouldUseExtendedMasterSecret() {
    return its.extendedMasterSecret;
  }

  @Override
  public void notifySecureRenegotiation(boolean secure) {
    // whoever comes without it is served all the same
  }

  @Override
  public void notifyFallback(boolean fallback) throws IOException {
    super.notifyFallback(fallback && its.noticesFallback);
  }

  @Override
  protected @Nullable Vector<ProtocolName> getProtocolNames() {
    return its.protocols.isEmpty()
        ? null
        : new Vector<>(its.protocols.stream().map(ProtocolName::asUtf8Encoding).toList());
  }

  @Override
  public @Nullable TlsPSKIdentityManager getPSKIdentityManager() {
    var key = its.preSharedKey;
    return key == null ? null : new OneKey(key);
  }

  private record OneKey(byte[] key) implements TlsPSKIdentityManager {
    @Override
    public byte @Nullable [] getHint() {
      return null;
    }

    @Override
    public byte[] getPSK(byte[] identity) {
      return key;
    }
  }

  @Override
  public @Nullable CertificateRequest getCertificateRequest() throws IOException {
    if (!its.asksForCertificate) {
      return null;
    }
    var schemes = TlsUtils.getDefaultSupportedSignatureAlgorithms(context);
    return TlsUtils.isTLSv13(context)
        ? new CertificateRequest(TlsUtils.EMPTY_BYTES, schemes, null, null)
        : new CertificateRequest(
            new short[] {ClientCertificateType.rsa_sign, ClientCertificateType.ecdsa_sign},
            TlsUtils.isTLSv12(context) ? schemes : null,
            null);
  }

  @Override
  public void notifyClientCertificate(Certificate theirs) throws IOException {
    if (its.needsCertificate && theirs.isEmpty()) {
      throw new TlsFatalAlert(
          TlsUtils.isTLSv13(context)
              ? AlertDescription.certificate_required
              : AlertDescription.handshake_failure);
    }
  }
}
