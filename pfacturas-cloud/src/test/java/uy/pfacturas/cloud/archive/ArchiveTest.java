package uy.pfacturas.cloud.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.empresa.Regimen;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.fault.FaultText;
import uy.pfacturas.core.print.PrintData;

class ArchiveTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-24");
  private static final Numero NUMERO = new Numero(TipoCfe.of(101), "A", 134);

  @TempDir Path mailbox;

  private static Firmado firmado(Numero numero, LocalDate dia, String xml) {
    PrintData impresion =
        new PrintData(
            Ambiente.DEMO,
            "Res. 1/2026",
            "www.example.uy",
            Regimen.GENERAL,
            List.of("Texto legal"),
            Optional.of("Gracias\npor su compra ñ"),
            Optional.empty());
    return new Firmado(numero, dia, "CAJA1/1", "hash=", xml, impresion);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(mailbox)) {
      return all.filter(p -> Files.isRegularFile(p, LinkOption.NOFOLLOW_LINKS))
          .map(p -> mailbox.relativize(p).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void write_thenRead_isTheSameByteForByte() throws IOException {
    Archive archive = new Archive(mailbox);
    Firmado document = firmado(NUMERO, DAY, "<CFE>ñ€\r\n \ud83d\ude00</CFE>");
    archive.write(List.of(document));

    assertThat(archive.read(NUMERO, DAY)).contains(document);
    assertThat(Files.readString(archive.xml(NUMERO, DAY))).isEqualTo(document.xml());
    assertThat(files())
        .containsExactly(
            "firmados/2026/11/24/101-A-134.impresion.json", "firmados/2026/11/24/101-A-134.xml");
    assertThat(archive.pdf(NUMERO, DAY))
        .isEqualTo(mailbox.resolve("firmados/2026/11/24/101-A-134.pdf"));
  }

  @Test
  void write_again_leavesWhatIsThere() throws IOException {
    Archive archive = new Archive(mailbox);
    archive.write(List.of(firmado(NUMERO, DAY, "<a/>")));
    Object before = Files.getLastModifiedTime(archive.xml(NUMERO, DAY));
    archive.write(List.of(firmado(NUMERO, DAY, "<a/>"), firmado(NUMERO, DAY, "<a/>")));

    assertThat(Files.getLastModifiedTime(archive.xml(NUMERO, DAY))).isEqualTo(before);
    assertThat(files()).hasSize(2);
  }

  @Test
  void write_anotherDocumentOfThatNumber_isRefusedAndTheFirstStays() {
    Archive archive = new Archive(mailbox);
    archive.write(List.of(firmado(NUMERO, DAY, "<a/>")));

    assertThatThrownBy(() -> archive.write(List.of(firmado(NUMERO, DAY, "<b/>"))))
        .isInstanceOfSatisfying(
            ArchiveException.class,
            e -> assertThat(e.fault().code()).isEqualTo(ArchiveFault.ANOTHER_THERE))
        .hasMessageContaining("101-A-134")
        .hasMessageContaining("un número tiene un solo documento");
    assertThat(archive.read(NUMERO, DAY).orElseThrow().xml()).isEqualTo("<a/>");
  }

  @Test
  void write_crashedBetweenTheTwoFiles_isCompleted() throws IOException {
    Archive archive = new Archive(mailbox);
    archive.write(List.of(firmado(NUMERO, DAY, "<a/>")));
    Files.delete(archive.xml(NUMERO, DAY));
    assertThat(archive.read(NUMERO, DAY)).isEmpty();
    archive.write(List.of(firmado(NUMERO, DAY, "<b/>")));

    assertThat(archive.read(NUMERO, DAY).orElseThrow().xml()).isEqualTo("<b/>");
  }

  @Test
  void write_folderIsALink_isRefused() throws IOException {
    Path outside = Files.createDirectory(mailbox.resolve("outside"));
    Files.createSymbolicLink(mailbox.resolve("firmados"), outside);

    assertThatThrownBy(() -> new Archive(mailbox).write(List.of(firmado(NUMERO, DAY, "<a/>"))))
        .isInstanceOfSatisfying(
            ArchiveException.class,
            e -> assertThat(e.fault().code()).isEqualTo(ArchiveFault.NOT_WRITTEN));
    assertThat(outside).isEmptyDirectory();
  }

  @Test
  void write_asOthersMayRead_isNotForUsAlone() throws IOException {
    Archive archive = new Archive(mailbox);
    archive.write(List.of(firmado(NUMERO, DAY, "<a/>")));
    Path plain = Files.writeString(mailbox.resolve("plain"), "x");

    assertThat(Files.getPosixFilePermissions(archive.xml(NUMERO, DAY)))
        .isEqualTo(Files.getPosixFilePermissions(plain))
        .contains(PosixFilePermission.OWNER_READ);
  }

  @Test
  void read_absentOrDamaged_isEmptyOrSaysSo() throws IOException {
    Archive archive = new Archive(mailbox);
    assertThat(archive.read(NUMERO, DAY)).isEmpty();
    archive.write(List.of(firmado(NUMERO, DAY, "<a/>")));
    Files.writeString(archive.xml(NUMERO, DAY).resolveSibling("101-A-134.impresion.json"), "{");

    assertThatThrownBy(() -> archive.read(NUMERO, DAY))
        .isInstanceOfSatisfying(
            ArchiveException.class,
            e -> assertThat(e.fault().code()).isEqualTo(ArchiveFault.DAMAGED));
  }

  @Test
  void find_byNumberAndByDay_seesWhatIsKept() throws IOException {
    Archive archive = new Archive(mailbox);
    assertThat(archive.findDay(NUMERO)).isEmpty();
    assertThat(archive.findNumbers(DAY)).isEmpty();
    Numero ten = new Numero(TipoCfe.of(101), "A", 10);
    Numero nine = new Numero(TipoCfe.of(101), "A", 9);
    Numero factura = new Numero(TipoCfe.of(111), "B", 1);
    archive.write(
        List.of(
            firmado(factura, DAY, "<f/>"), firmado(ten, DAY, "<t/>"), firmado(nine, DAY, "<n/>")));
    archive.write(List.of(firmado(NUMERO, DAY.minusYears(1), "<o/>")));
    Files.writeString(archive.pdf(ten, DAY), "pdf");
    Files.createDirectories(mailbox.resolve("firmados/2026/02/31"));

    assertThat(archive.findNumbers(DAY)).containsExactly(nine, ten, factura);
    assertThat(archive.findDay(NUMERO)).contains(DAY.minusYears(1));
    assertThat(archive.findDay(factura)).contains(DAY);
    assertThat(archive.findDay(new Numero(TipoCfe.of(111), "B", 2))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void fault_each_isSaidInBothLanguages(ArchiveFault code) {
    Fault fault = Fault.of(code, "", "", "UNO", "DOS");

    assertThat(FaultText.of(Locale.ROOT).sentence(fault)).contains("UNO");
    assertThat(FaultText.of(Locale.ENGLISH).sentence(fault)).contains("UNO");
    assertThat(FaultText.of(Locale.ROOT).remedy(fault))
        .isNotEqualTo(FaultText.of(Locale.ENGLISH).remedy(fault));
  }
}
