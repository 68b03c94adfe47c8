package uy.pfacturas.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uy.pfacturas.cloud.client.NubeClient;
import uy.pfacturas.cloud.exchange.Firmante;
import uy.pfacturas.cloud.station.Suelto;
import uy.pfacturas.cloud.testing.FakeNube;
import uy.pfacturas.core.cae.Cae;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.protocol.EstadoCae;
import uy.pfacturas.core.protocol.EstadoNumero;

/** Store and second copy lost: a person says what became of each paper (protocol §11 U2). */
class LostStationTest {
  private static final EstadoCae CAE =
      new EstadoCae(
          new Cae(
              90260000001L,
              TipoCfe.E_TICKET,
              "A",
              1,
              1_000_000,
              LocalDate.of(2028, 12, 31),
              Optional.empty(),
              Optional.empty()),
          1_000,
          false);

  @TempDir private Path root;
  private final FakeNube nube = new FakeNube();
  private Shop shop;

  /** Signs by the digest of what it signs, as a real key does. */
  private static final class Digesting implements Firmante {
    @Override
    public Optional<String> obstacle(Instant at) {
      return Optional.empty();
    }

    @Override
    public Firma sign(byte[] xml) {
      try {
        String hash =
            Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(xml));
        String text = new String(xml, StandardCharsets.UTF_8);
        int end = text.lastIndexOf("</");
        return new Firma(
            text.substring(0, end)
                + "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><DigestValue>"
                + hash
                + "</DigestValue></Signature>"
                + text.substring(end),
            hash);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @BeforeEach
  void open() {
    shop = new Shop(root);
    nube.caes(List.of(CAE));
  }

  private void sell(String id) throws Exception {
    shop.put(id + ".txt", Shop.eTicket(id, "10.00"));
    // The clock of a disk may be some milliseconds behind the one of the program.
    Files.setLastModifiedTime(
        root.resolve("buzon/entrada/" + id + ".txt"),
        FileTime.from(shop.clock().instant().plusSeconds(1)));
    try (Synchronizer synchronizer = shop.open(nube)) {
      assertThat(synchronizer.runOnce()).isTrue();
    }
  }

  private void lose() throws IOException {
    try (Stream<Path> all = Files.walk(root.resolve("datos"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
  }

  /** The ERP's file of before the loss. */
  private void putOld(String id) throws IOException {
    shop.put(id + ".txt", Shop.eTicket(id, "10.00"));
    Files.setLastModifiedTime(
        root.resolve("buzon/entrada/" + id + ".txt"),
        FileTime.from(shop.clock().instant().minus(Duration.ofMinutes(1))));
  }

  private void beginAnew(String held) throws Exception {
    shop.beginWithoutCopy();
    putOld(held);
    try (Synchronizer synchronizer = shop.open(nube, new Digesting())) {
      synchronizer.runOnce();
    }
    assertThat(shop.status(held))
        .contains("Estado=RETENIDO", "Codigo=RETENIDO", "--sin-papel " + held);
    assertThat(shop.files("rechazados")).contains(held + ".txt");
  }

  private List<ReplayStep> say(String id, Suelto said) throws Exception {
    try (Synchronizer synchronizer = shop.open(nube, new Digesting())) {
      List<ReplayStep> steps = synchronizer.release(id, said, false);
      assertThat(synchronizer.runOnce()).isTrue();
      return steps;
    }
  }

  private static String line(String status, String key) {
    return status.lines().filter(l -> l.startsWith(key)).findFirst().orElse("");
  }

  private EstadoNumero state(String n) {
    return Optional.ofNullable(nube.numeros().get(n)).orElseThrow().estado();
  }

  /** The cloud, which no delivery reaches. */
  private NubeClient withoutDelivery() {
    Line line = new Line(nube);
    line.cut("entregar");
    return line.client();
  }

  /** One that the cloud signed and the station lost before it delivered. */
  private FakeNube.Asiento proposed(String id) throws Exception {
    sell("antes");
    shop.put(id + ".txt", Shop.eTicket(id, "10.00"));
    try (Synchronizer synchronizer = shop.open(withoutDelivery())) {
      synchronizer.runOnce();
    }
    FakeNube.Asiento lost = Optional.ofNullable(nube.numeros().get("101-A-2")).orElseThrow();
    assertThat(lost.estado()).isEqualTo(EstadoNumero.SIN_CONFIRMAR);
    lose();
    return lost;
  }

  @Test
  void begin_openNumbersOfTheLostLife_areInDoubt_andNewSalesGoOn() throws Exception {
    FakeNube.Asiento lost = proposed("V");
    shop.beginWithoutCopy();

    sell("despues");

    assertThat(shop.status("despues")).contains("Estado=ENTREGADO");
    assertThat(lost.id()).isEqualTo("CAJA/V");
    assertThat(List.of(state("101-A-2"), state("101-A-3"))).containsOnly(EstadoNumero.EN_DUDA);
    assertThat(state("101-A-1")).isEqualTo(EstadoNumero.FIRME);
    assertThat(nube.contradictions()).isEmpty();
  }

  @Test
  void begin_soundStore_isRefused() throws Exception {
    sell("a");

    assertThatThrownBy(shop::beginWithoutCopy)
        .isInstanceOf(CloudException.class)
        .hasMessageContaining("no hay nada perdido");
    sell("b");
    assertThat(shop.status("b")).contains("Estado=ENTREGADO");
  }

  @Test
  void begin_storeLostWithItsCopyWhole_isMadeAnewFromItAndRefused() throws Exception {
    sell("a");
    Files.delete(root.resolve("datos/almacen.db"));

    assertThatThrownBy(shop::beginWithoutCopy).hasMessageContaining("no hay nada perdido");
  }

  @Test
  void withPaper_ofTheCloudsProposal_isThatDocumentAndIsDelivered() throws Exception {
    FakeNube.Asiento lost = proposed("V");
    beginAnew("V");

    Suelto.Papel paper = new Suelto.Papel(new Numero(TipoCfe.E_TICKET, "A", 2), lost.hash());
    assertThat(say("V", new Suelto(Optional.of(paper)))).hasSize(1);

    assertThat(shop.status("V")).contains("Estado=ENTREGADO", "Nro=2", "Impreso=S");
    assertThat(nube.firm("CAJA/V")).containsExactly("101-A-2");
    assertThat(nube.contradictions()).isEmpty();
    assertThat(shop.files("procesados")).contains("V.txt");
  }

  @Test
  void withPaper_thatTheStationSigned_isMadeAnewFromTheFileAndDelivered() throws Exception {
    sell("antes");
    shop.put("V.txt", Shop.eTicket("V", "10.00"));
    String before;
    try (Synchronizer synchronizer = shop.open(withoutDelivery(), new Digesting())) {
      assertThat(synchronizer.enterContingency("corte")).isTrue();
      synchronizer.runOnce();
      before = shop.status("V");
    }
    assertThat(before).contains("Estado=FIRMADO_CONTINGENCIA", "Nro=2");
    String qr = line(before, "Qr=");
    String hash = java.net.URLDecoder.decode(qr.substring(qr.lastIndexOf(',') + 1), "UTF-8");
    lose();
    beginAnew("V");

    Suelto.Papel paper = new Suelto.Papel(new Numero(TipoCfe.E_TICKET, "A", 2), hash);
    say("V", new Suelto(Optional.of(paper)));

    assertThat(shop.status("V")).contains("Estado=ENTREGADO", "Nro=2", "Impreso=S");
    assertThat(line(shop.status("V"), "TmstFirma=")).isEqualTo(line(before, "TmstFirma="));
    assertThat(line(shop.status("V"), "Qr=")).isEqualTo(qr);
    assertThat(nube.firm("CAJA/V")).containsExactly("101-A-2");
    assertThat(nube.contradictions()).isEmpty();
  }

  @Test
  void withPaper_ofAnotherSale_isRefusedAndNothingIsIssued() throws Exception {
    proposed("V");
    beginAnew("V");

    Suelto.Papel paper =
        new Suelto.Papel(new Numero(TipoCfe.E_TICKET, "A", 2), "A".repeat(43) + "=");
    say("V", new Suelto(Optional.of(paper)));

    assertThat(shop.status("V")).contains("Estado=RECHAZADO", "Codigo=PAPEL_NO_COINCIDE");
    assertThat(nube.firm("CAJA/V")).isEmpty();
    assertThat(state("101-A-2")).isEqualTo(EstadoNumero.EN_DUDA);
  }

  @Test
  void withoutPaper_takesAnotherNumber_andTheDoubtIsAnnulled() throws Exception {
    proposed("V");
    beginAnew("V");

    say("V", new Suelto(Optional.empty()));
    sell("otra");

    assertThat(nube.firm("CAJA/V")).hasSize(1).doesNotContain("101-A-2");
    assertThat(state("101-A-2")).isEqualTo(EstadoNumero.ANULADO);
    assertThat(nube.contradictions()).isEmpty();
  }

  @Test
  void withoutPaper_butTheCloudHasIt_isThatDocument() throws Exception {
    sell("V");
    lose();
    beginAnew("V");

    say("V", new Suelto(Optional.empty()));

    assertThat(shop.status("V")).contains("Estado=ENTREGADO", "Nro=1");
    assertThat(nube.firm("CAJA/V")).containsExactly("101-A-1");
    assertThat(nube.contradictions()).isEmpty();
  }

  @Test
  void release_ofWhatIsNotHeld_isNothing() throws Exception {
    sell("V");

    assertThat(say("V", new Suelto(Optional.empty()))).isEmpty();
    assertThat(nube.firm("CAJA/V")).containsExactly("101-A-1");
  }
}
