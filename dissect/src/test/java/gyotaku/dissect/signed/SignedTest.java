package gyotaku.dissect.signed;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.dissect.Dissector;
import gyotaku.model.Limits;
import gyotaku.model.mail.Enclosure;
import gyotaku.model.mail.Enclosure.Wish;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SignedTest {

    private static final byte[] ENTITY = "Content-Type: text/plain\r\n\r\nhello\r\n".getBytes(US_ASCII);

    private static KeyPair keys;
    private static X509CertificateHolder certificate;

    @BeforeAll
    static void issue() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        X500Name name = new X500Name("CN=Hanako Yamada,E=hanako@example.com");
        ContentSigner signer = new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate());
        certificate = new JcaX509v3CertificateBuilder(
                        new X500Name("CN=Example CA"),
                        BigInteger.TWO,
                        Date.from(Instant.parse("2025-01-01T00:00:00Z")),
                        Date.from(Instant.parse("2026-01-01T00:00:00Z")),
                        name,
                        keys.getPublic())
                .build(signer);
    }

    private static byte[] signature(boolean withCertificate, boolean opaque) throws Exception {
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withRSA", keys.getPrivate(), certificate));
        if (withCertificate) {
            generator.addCertificate(certificate);
        }
        return generator.generate(new CMSProcessableByteArray(ENTITY), opaque).getEncoded();
    }

    private static Opened detached(byte[] entity, byte[] signature) {
        return new Dissector(Limits.standard())
                .open(Enclosure.signed("smime.p7s", "application/pkcs7-signature", entity, signature));
    }

    private static Opened whole(byte[] file, Wish wish) {
        return new Dissector(Limits.standard())
                .open(new Enclosure("smime.p7m", "application/pkcs7-mime", file, List.of(), wish));
    }

    @Test
    void aRightSignatureNamesItsSigner() throws Exception {
        assertThat(detached(ENTITY, signature(true, false)).traits())
                .singleElement()
                .satisfies(trait -> {
                    assertThat(trait.kind()).isEqualTo(Trait.Kind.SIGNATURE_MATCHES);
                    assertThat(trait.detail())
                            .startsWith("valid 2025-01-01T00:00:00Z to 2026-01-01T00:00:00Z; signed 2")
                            .endsWith("Z; Hanako Yamada; hanako@example.com; issuer CN=Example CA");
                });
    }

    @Test
    void lineEndsThatASaverChangedAreThoseThatWereSigned() throws Exception {
        byte[] saved = new String(ENTITY, US_ASCII).replace("\r\n", "\n").getBytes(US_ASCII);
        assertThat(detached(saved, signature(true, false)).shows(Trait.Kind.SIGNATURE_MATCHES))
                .isTrue();
    }

    @Test
    void changedContentDoesNotMatch() throws Exception {
        byte[] changed = ENTITY.clone();
        changed[changed.length - 3] ^= 1;
        assertThat(detached(changed, signature(true, false)).traits())
                .extracting(Trait::kind)
                .containsExactly(Trait.Kind.SIGNATURE_FAILS);
    }

    /// A digest that nobody knows: the reason is told, and that the certificate came along.
    @Test
    void aSignatureThatNothingHereVerifiesSaysWhy() throws Exception {
        byte[] sha256 = HexFormat.of().parseHex("608648016503040201");
        byte[] file = signature(true, false);
        for (int at = 0; at + sha256.length <= file.length; at++) {
            if (Arrays.equals(file, at, at + sha256.length, sha256, 0, sha256.length)) {
                file[at + sha256.length - 1] = 99;
            }
        }
        assertThat(detached(ENTITY, file).traits()).singleElement().satisfies(trait -> {
            assertThat(trait.kind()).isEqualTo(Trait.Kind.SIGNATURE_UNCHECKED);
            assertThat(trait.detail())
                    .contains("Hanako Yamada; hanako@example.com")
                    .contains("; it cannot be verified: ");
        });
    }

    @Test
    void withoutItsCertificateASignatureIsNotVerified() throws Exception {
        assertThat(detached(ENTITY, signature(false, false)).traits())
                .singleElement()
                .satisfies(trait -> {
                    assertThat(trait.kind()).isEqualTo(Trait.Kind.SIGNATURE_UNCHECKED);
                    assertThat(trait.detail()).isEqualTo("no key came along; issuer CN=Example CA, serial 2");
                });
    }

    @Test
    void contentThatIsSignedAsAWholeIsTheMessage() throws Exception {
        byte[] file = signature(true, true);
        assertThat(whole(file, Wish.MESSAGE).message())
                .hasValueSatisfying(content -> assertThat(content).isEqualTo(ENTITY));
        assertThat(whole(file, Wish.CONTENT).traits())
                .extracting(Trait::kind)
                .containsExactly(Trait.Kind.SIGNATURE_MATCHES);
    }

    @Test
    void whatIsEncryptedSaysForWhom() throws Exception {
        CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
        generator.addRecipientInfoGenerator(
                new JceKeyTransRecipientInfoGenerator(new JcaX509CertificateConverter().getCertificate(certificate)));
        byte[] file = generator
                .generate(
                        new CMSProcessableByteArray(ENTITY),
                        new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES128_CBC).build())
                .getEncoded();
        Opened opened = whole(file, Wish.CONTENT);
        assertThat(opened.state()).isEqualTo(Opened.State.LOCKED);
        assertThat(opened.traits())
                .singleElement()
                .satisfies(trait ->
                        assertThat(trait.detail()).isEqualTo("for the certificate of issuer CN=Example CA, serial 2"));
        assertThat(whole(file, Wish.MESSAGE).message()).isEmpty();
    }

    @Test
    void brokenFilesEndReadingAndNothingElse() throws Exception {
        byte[] file = signature(true, true);
        for (int at = 0; at < file.length; at += 7) {
            assertThat(whole(Arrays.copyOf(file, at), Wish.CONTENT)).isNotNull();
            byte[] changed = file.clone();
            changed[at] ^= (byte) 0xff;
            assertThat(whole(changed, Wish.CONTENT)).isNotNull();
            assertThat(detached(ENTITY, changed)).isNotNull();
        }
    }

    private static Opened armoured(String kind, byte[] packets) {
        String armour = "-----BEGIN PGP " + kind + "-----\n\n"
                + Base64.getMimeEncoder().encodeToString(packets) + "\n=AAAA\n-----END PGP " + kind + "-----\n";
        return detached(ENTITY, armour.getBytes(US_ASCII));
    }

    /// RFC 9580 section 5.2.3.
    @Test
    void aSignatureOfOpenPgpNamesItsKey() {
        ByteBuffer packet = ByteBuffer.allocate(100);
        packet.put(new byte[] {4, 0, 1, 8}).putShort((short) 29);
        packet.put(new byte[] {5, 2}).putInt(1_748_912_400);
        packet.put(new byte[] {22, 33, 4}).put(new byte[20]);
        packet.putShort((short) 10).put(new byte[] {9, 16}).putLong(0x0123456789abcdefL);
        byte[] body = Arrays.copyOf(packet.array(), packet.position());
        ByteBuffer packets = ByteBuffer.allocate(2 + body.length)
                .put((byte) 0xc2)
                .put((byte) body.length)
                .put(body);
        assertThat(armoured("SIGNATURE", packets.array()).traits())
                .singleElement()
                .satisfies(trait -> {
                    assertThat(trait.kind()).isEqualTo(Trait.Kind.SIGNATURE_UNCHECKED);
                    assertThat(trait.detail())
                            .isEqualTo(
                                    "OpenPGP; no key came along; RSA with SHA-256; created 2025-06-03T01:00:00Z; fingerprint "
                                            + "00".repeat(20) + "; key 0123456789ABCDEF");
                });
    }

    @Test
    void aMessageOfOpenPgpSaysForWhichKey() {
        ByteBuffer packets =
                ByteBuffer.allocate(12).put(new byte[] {(byte) 0xc1, 10, 3}).putLong(0x1122334455667788L);
        Opened opened = armoured("MESSAGE", packets.array());
        assertThat(opened.state()).isEqualTo(Opened.State.LOCKED);
        assertThat(opened.traits()).extracting(Trait::detail).containsExactly("for key 1122334455667788");
    }

    @Test
    void packetsThatLieAboutTheirLengthAreBroken() {
        assertThat(armoured("SIGNATURE", new byte[] {(byte) 0xc2, 6, 4, 0, 1, 8, 127, 127})
                        .state())
                .isEqualTo(Opened.State.BROKEN);
    }
}
