package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.EdECPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.observation.text.DkimKey.Ed25519;
import uk.nhs.estate.observation.text.DkimKey.OfOtherType;
import uk.nhs.estate.observation.text.DkimKey.Revoked;
import uk.nhs.estate.observation.text.DkimKey.Rsa;
import uk.nhs.estate.observation.text.DkimKey.RsaForm;
import uk.nhs.estate.observation.text.DkimKey.Unreadable;

class DkimKeyTest {

  /// The key of RFC 8463 §A.2, an example of Ed25519.
  private static final String ED25519 = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

  /// The RSA key of RFC 8463 §A.2.
  private static final String RSA_1024 =
      "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQiY/J16"
          + "JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2"
          + "EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB";

  @Test
  void readsTagsAsWritten() {
    var key = key("v=DKIM1; k=rsa ; n=hello world;t=y:s; p=AA BB;");
    assertThat(key.tags())
        .containsExactly(
            Map.entry("v", "DKIM1"),
            Map.entry("k", "rsa"),
            Map.entry("n", "hello world"),
            Map.entry("t", "y:s"),
            Map.entry("p", "AA BB"));
    assertThat(key.errors()).isEmpty();
    assertThat(key.isTest()).isTrue();
    assertThat(key.isStrict()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "p=",
        "p=;",
        "v=DKIM1;p=",
        " v = DKIM1 ; p = ; ",
        "v=DKIM1; p=; x_2=what nobody knows",
        "v=DKIM1; h=sha256:sha1; s=*:email; t=s; k=rsa; p=",
        "v=DKIM1;\r\n\th=sha1 : sha256;\r\n p="
      })
  void findsNoErrorInWhatTheGrammarAllows(String text) {
    assertThat(key(text).errors()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v=DKIM1 | the key, is missing",
        "v=DKIM2; p= | “DKIM2”, not DKIM1",
        "v=dkim1; p= | “dkim1”, not DKIM1",
        "k=rsa; v=DKIM1; p= | not the first tag",
        "v=DKIM1;; p= | between two semicolons",
        "; v=DKIM1; p= | between two semicolons",
        "v=DKIM1 p= | “DKIM1 p=”, not DKIM1",
        "v=DKIM1; k rsa; p= | without an equals sign: “k rsa”",
        "v=DKIM1; 1=2; p= | no name of a tag: “1”",
        "v=DKIM1; =2; p= | no name of a tag: “”",
        "v=DKIM1; p=; p= | “p” stands there twice",
        "v=DKIM1; k=; p= | k cannot be “”",
        "v=DKIM1; k=rsa\\; p= | k cannot be “rsa\\”",
        "v=DKIM1; h=sha1,sha256; p= | h cannot hold “sha1,sha256”",
        "v=DKIM1; h=; p= | h cannot hold “”",
        "v=DKIM1; t=y:; p= | t cannot hold “”",
        "v=DKIM1; t=*; p= | t cannot hold “*”",
        "v=DKIM1; s=e mail; p= | s cannot hold “e mail”",
        "'\"v=DKIM1; p=\"' | no name of a tag: “\"v”",
        "v=DKIM1; n=é; p= | in the tag “n”"
      })
  void namesWhatBreaksTheGrammar(String text, String error) {
    assertThat(key(text).errors()).anyMatch(one -> one.contains(error));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ";",
        "hello",
        "v=spf1 -all",
        "v=DMARC1; p=none",
        "v=BIMI1; p=",
        "o=~; r=postmaster@trust.nhs.uk",
        "P=abc",
        "a=b; pp=c"
      })
  void isNothingElse(String text) {
    assertThat(DkimKey.parse(text)).isEmpty();
  }

  @Test
  void keepsTheFirstOfTwoTagsAndTellsUpperFromLowerCase() {
    var key = key("p=AA; p=BB; P=CC");
    assertThat(key.tags()).containsEntry("p", "AA").containsEntry("P", "CC").hasSize(2);
  }

  @Test
  void isBoundedInTagsAndErrors() {
    var key = key("p=;" + "=;".repeat(30_000) + "!".repeat(100) + "=");
    assertThat(key.tags()).hasSizeLessThanOrEqualTo(50);
    assertThat(key.errors()).hasSizeLessThanOrEqualTo(5);
    assertThat(key("p=; h=" + "a:".repeat(30_000) + "a").errors()).isEmpty();
    assertThat(key("v=DKIM" + "x".repeat(60_000)).errors().getFirst()).hasSizeLessThan(100);
  }

  @Test
  void measuresRsaInEitherForm() {
    var info = (Rsa) key("p=" + RSA_1024).key();
    var octets = Base64.getDecoder().decode(RSA_1024);
    var bare = Arrays.copyOfRange(octets, 22, octets.length);
    var rsa = (Rsa) key("v=DKIM1; k=rsa; p=" + base64(bare)).key();
    assertThat(info.bits()).isEqualTo(1024);
    assertThat(info.form()).isEqualTo(RsaForm.SUBJECT_PUBLIC_KEY_INFO);
    assertThat(rsa.bits()).isEqualTo(1024);
    assertThat(rsa.form()).isEqualTo(RsaForm.RSA_PUBLIC_KEY);
    assertThat(rsa.sha256()).isEqualTo(info.sha256()).hasSize(64);
  }

  @Test
  void readsOverWhiteSpaceInBase64AndWithoutItsPadding() {
    var whole = key("p=" + RSA_1024).key();
    assertThat(key("p=" + RSA_1024.replaceAll("(.{60})", "$1 \t")).key()).isEqualTo(whole);
    assertThat(key("p=" + RSA_1024.replaceAll("(.{60})", "$1\r\n ")).key()).isEqualTo(whole);
    assertThat(key("k=ed25519; p=" + ED25519.replace("=", "")).key())
        .isEqualTo(key("k=ed25519; p=" + ED25519).key());
  }

  @Test
  void readsTheRsaKeysThatJavaMakes() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("RSA");
    for (int bits : new int[] {512, 1024, 2048}) {
      generator.initialize(bits);
      var key = generator.generateKeyPair().getPublic();
      assertThat(((Rsa) key("p=" + base64(key.getEncoded())).key()).bits()).isEqualTo(bits);
    }
  }

  @Test
  void readsEd25519AsItsBareOctets() throws GeneralSecurityException {
    assertThat(key("k=ed25519; p=" + ED25519).key()).isInstanceOf(Ed25519.class);
    var key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
    assertThat(key).isInstanceOf(EdECPublicKey.class);
    assertUnreadable("k=ed25519; p=" + base64(key.getEncoded()), "44 octets");
    assertUnreadable("p=" + base64(key.getEncoded()), "another kind than RSA");
    assertUnreadable("p=" + ED25519, "no RSA key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"p=", "p= ", "v=DKIM1; k=ed25519; p=", "k=unheard; p="})
  void anEmptyKeyIsRevokedWhateverItsType(String text) {
    assertThat(key(text).key()).isEqualTo(new Revoked());
  }

  @Test
  void aTypeThatNobodyKnowsIsNotRead() {
    assertThat(key("k=x-new; p=????").key()).isEqualTo(new OfOtherType("“x-new”"));
    assertThat(key("k=RSA; p=" + RSA_1024).key()).isInstanceOf(Rsa.class);
  }

  @Test
  void saysWhyAKeyCannotBeRead() {
    assertUnreadable("v=DKIM1", "none");
    assertUnreadable("p=????", "not in base64");
    assertUnreadable("p=A", "not in base64");
    assertUnreadable("p=" + RSA_1024.substring(0, 100), "cut off");
    assertUnreadable("p=MAA=", "its parts are others");
    assertUnreadable(rsa(value(0x30), 0), "its parts are others");
    assertUnreadable(rsa(der(0x30, value(2, 5)), 0), "lacks");
    assertUnreadable(rsa(der(0x30, value(2), value(2, 3)), 0), "lacks");
    assertUnreadable(rsa(der(0x30, value(2, 0), value(2, 3)), 0), "not above zero");
    assertUnreadable(rsa(der(0x30, value(2, 0x80), value(2, 3)), 0), "not above zero");
    assertUnreadable(rsa(der(0x30, value(2, 5), value(2, 3)), 1), "more after the end");
    assertUnreadable(rsa(new byte[] {0x30, (byte) 0x80, 2, 1, 5, 2, 1, 3, 0, 0}, 0), "sequence");
    assertUnreadable(
        rsa(new byte[] {0x30, (byte) 0x84, 0, 0, 0, 6, 2, 1, 5, 2, 1, 3}, 0), "sequence");
    assertUnreadable(rsa(new byte[] {0x30, (byte) 0x83, 0}, 0), "sequence");
    assertUnreadable(rsa(new byte[] {0x30}, 0), "sequence");
    var name = value(6, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 1);
    assertUnreadable(rsa(der(0x30, der(0x30, name)), 0), "after the name");
    assertUnreadable(rsa(der(0x30, der(0x30, name), value(3)), 0), "after the name");
    assertUnreadable(rsa(der(0x30, der(0x30, name), value(3, 7, 1)), 0), "after the name");
    assertUnreadable(rsa(der(0x30, der(0x30, name), value(3, 0, 0x30, 9)), 0), "cut off");
  }

  @ParameterizedTest
  @CsvSource({
    "p=, true, true",
    "h=sha256; p=, true, true",
    "h=sha1 : SHA256; p=, true, true",
    "h=sha1; p=, false, true",
    "h=sha512; p=, false, true",
    "s=email; p=, true, true",
    "s=tlsrpt:*; p=, true, true",
    "s=tlsrpt; p=, true, false"
  })
  void tellsWhatTheKeyIsFor(String text, boolean sha256, boolean mail) {
    assertThat(key(text).allowsSha256()).isEqualTo(sha256);
    assertThat(key(text).isForMail()).isEqualTo(mail);
    assertThat(key(text).isTest()).isFalse();
    assertThat(key(text).isStrict()).isFalse();
  }

  @Property(tries = 200)
  void measuresAnyModulus(
      @ForAll @IntRange(min = 1, max = 8192) int bits, @ForAll @IntRange(max = 3) int zeros) {
    var modulus = BigInteger.ONE.shiftLeft(bits - 1).toByteArray();
    var padded = new byte[zeros + modulus.length];
    System.arraycopy(modulus, 0, padded, zeros, modulus.length);
    var key = key(rsa(der(0x30, der(2, padded), value(2, 1, 0, 1)), 0)).key();
    assertThat(key)
        .isInstanceOfSatisfying(Rsa.class, rsa -> assertThat(rsa.bits()).isEqualTo(bits));
  }

  @Property
  void survivesAnyText(@ForAll String text) {
    DkimKey.parse("p=" + text).ifPresent(DkimKey::key);
    assertThat(DkimKey.parse("v=DKIM1;" + text)).isPresent();
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    var text = new String(bytes, ISO_8859_1);
    DkimKey.parse(text)
        .ifPresent(
            key -> {
              assertThat(key.errors()).hasSizeLessThanOrEqualTo(5);
              if (key.key() instanceof Rsa(_, var bits, _)) {
                assertThat(bits).isPositive();
              }
              key.isTest();
              key.isForMail();
              key.allowsSha256();
            });
    assertThat(key("p=" + base64(bytes)).key()).isNotNull();
  }

  private static void assertUnreadable(String text, String why) {
    assertThat(key(text).key())
        .isInstanceOfSatisfying(Unreadable.class, one -> assertThat(one.why()).contains(why));
  }

  private static DkimKey key(String text) {
    return DkimKey.parse(text).orElseThrow();
  }

  /// @param more how many octets come after the end
  private static String rsa(byte[] octets, int more) {
    return "p=" + base64(Arrays.copyOf(octets, octets.length + more));
  }

  private static String base64(byte[] octets) {
    return Base64.getEncoder().encodeToString(octets);
  }

  private static byte[] value(int tag, int... octets) {
    var bytes = new byte[octets.length];
    for (int at = 0; at < octets.length; at++) {
      bytes[at] = (byte) octets[at];
    }
    return der(tag, new byte[][] {bytes});
  }

  private static byte[] der(int tag, byte[]... parts) {
    var inside = new ByteArrayOutputStream();
    for (var part : parts) {
      inside.writeBytes(part);
    }
    var out = new ByteArrayOutputStream();
    out.write(tag);
    if (inside.size() < 0x80) {
      out.write(inside.size());
    } else {
      out.write(0x82);
      out.write(inside.size() >> 8);
      out.write(inside.size() & 0xFF);
    }
    out.writeBytes(inside.toByteArray());
    return out.toByteArray();
  }
}
