package uy.pfacturas.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import uy.pfacturas.cli.proof.Evidence.Kept;
import uy.pfacturas.cli.proof.Evidence.Leased;
import uy.pfacturas.cli.proof.Evidence.Recorded;
import uy.pfacturas.cli.proof.Evidence.Told;

/** The judge finds what is planted, and nothing where nothing is. */
class VerdictTest {
  private static final List<Sent> SENT =
      List.of(new Sent("F1", "1", true), new Sent("F2", "2", true), new Sent("F3", "3", false));

  private List<Told> told =
      List.of(
          new Told("F1", "ENTREGADO", "1", "101-A-1", "h1"),
          new Told("F2", "ENTREGADO", "2", "101-A-2", "h2"),
          new Told("F3", "RECHAZADO", "3", "", ""));
  private List<Told> before = List.of(new Told("F1", "FIRMADO", "1", "101-A-1", "h1"));
  private List<Told> byId =
      List.of(
          new Told("1", "ENTREGADO", "1", "101-A-1", "h1"),
          new Told("2", "ENTREGADO", "2", "101-A-2", "h2"),
          new Told("3", "RECHAZADO", "3", "", ""));
  private List<Kept> kept = List.of(new Kept("101-A-1", "1", "h1"), new Kept("101-A-2", "2", "h2"));
  private List<Recorded> recorded =
      List.of(
          signed("1", "FIRMADO", "101-A-1", "h1", 10),
          signed("2", "FIRMADO_CONTINGENCIA", "101-A-2", "h2", 10, "101-A-1"),
          new Recorded("3", "RECHAZADO", "", "", Instant.EPOCH, List.of()));
  private Map<String, Integer> signedBefore = Map.of("101-A-1", 1);
  private List<Leased> leased =
      List.of(
          new Leased("101-A-1", "FIRME", "1", "h1", "s1"),
          new Leased("101-A-2", "FIRME", "2", "h2", "s1"),
          new Leased("101-A-3", "ANULADO", "", "", "s1"),
          new Leased("101-A-4", "EN_BLOQUE", "", "", "s1"),
          new Leased("101-A-5", "EN_BLOQUE", "", "", "s2"));
  private Evidence.Stock stock =
      new Evidence.Stock(Set.of("101-A-4"), Set.of("101-A-3"), Set.of("s2"));
  private Map<String, List<String>> filed =
      Map.of(
          "F1.txt", List.of("procesados"),
          "F2.txt", List.of("procesados"),
          "F3.txt", List.of("rechazados"));
  private int quarantined;
  private boolean contingencia;

  private List<String> faults() {
    return Verdict.faults(
        SENT,
        new Evidence(
            told,
            before,
            signedBefore,
            byId,
            kept,
            recorded,
            leased,
            stock,
            filed,
            quarantined,
            contingencia));
  }

  @Test
  void faults_allAgree_none() {
    assertThat(faults()).isEmpty();
  }

  @Test
  void faults_numberOfTwoFiles_found() {
    told = changed(told, 1, t -> new Told("F2", "ENTREGADO", "2", "101-A-1", "h1"));
    assertThat(faults()).anyMatch(f -> f.startsWith("number 101-A-1 was told for"));
  }

  @Test
  void faults_numberTwiceInArchive_found() {
    kept = added(kept, new Kept("101-A-2", "2", "h9"));
    assertThat(faults()).anyMatch(f -> f.startsWith("document in archive is there 2 times"));
  }

  @Test
  void faults_idTwiceInStore_found() {
    recorded = added(recorded, signed("1", "FIRMADO", "101-A-9", "h9", 10));
    assertThat(faults()).anyMatch(f -> f.startsWith("document of an id is there 2 times"));
  }

  @Test
  void faults_numberTwiceInLedger_found() {
    leased = added(leased, new Leased("101-A-2", "FIRME", "3", "h3", "s1"));
    assertThat(faults()).anyMatch(f -> f.startsWith("number in ledger is there 2 times"));
  }

  @Test
  void faults_secondDocumentInLedger_found() {
    leased = changed(leased, 2, n -> new Leased("101-A-3", "FIRME", "1", "h3", "s1"));
    assertThat(faults()).contains("101-A-3: ledger holds 1 h3, the ERP was told nothing");
  }

  @Test
  void faults_fileWithoutAnswer_found() {
    told = told.subList(0, 2);
    assertThat(faults()).contains("F3 has no answer");
  }

  @Test
  void faults_answerNotFinal_found() {
    told = changed(told, 0, t -> new Told("F1", "FIRMADO", "1", "101-A-1", "h1"));
    assertThat(faults()).anyMatch(f -> f.startsWith("F1 ended as"));
  }

  @Test
  void faults_badFileIssued_found() {
    told = changed(told, 2, t -> new Told("F3", "ENTREGADO", "3", "101-A-4", "h4"));
    assertThat(faults()).anyMatch(f -> f.startsWith("F3 ended as"));
  }

  @Test
  void faults_numberChangedBetweenAnswers_found() {
    before = List.of(new Told("F1", "FIRMADO", "1", "101-A-3", "h3"));
    assertThat(faults()).anyMatch(f -> f.startsWith("F1 was told"));
  }

  @Test
  void faults_hashChangedBetweenAnswers_found() {
    before = List.of(new Told("F1", "FIRMADO", "1", "101-A-1", "h3"));
    assertThat(faults()).anyMatch(f -> f.startsWith("F1 was told"));
  }

  @Test
  void faults_numberBeforeSignature_none() {
    before = List.of(new Told("F1", "ENVIANDO", "1", "101-A-1", ""));
    assertThat(faults()).isEmpty();
  }

  @Test
  void faults_idToldAnotherThing_found() {
    byId = changed(byId, 1, t -> new Told("2", "ENTREGADO", "2", "101-A-3", "h3"));
    assertThat(faults()).anyMatch(f -> f.startsWith("F2 is answered as"));
  }

  @Test
  void faults_hashOfPaperIsNotTheLedgers_found() {
    leased = changed(leased, 0, n -> new Leased("101-A-1", "FIRME", "1", "other", "s1"));
    assertThat(faults()).contains("101-A-1: ledger holds 1 other, the ERP was told 1 h1");
  }

  @Test
  void faults_signatureInArchiveIsNotValid_found() {
    kept = changed(kept, 0, k -> new Kept("101-A-1", "1", ""));
    assertThat(faults()).contains("101-A-1: archive holds 1 , the ERP was told 1 h1");
  }

  @Test
  void faults_documentMissingInStore_found() {
    recorded = recorded.subList(1, 3);
    assertThat(faults()).contains("101-A-1: store holds nothing, the ERP was told 1 h1");
  }

  @Test
  void faults_unconfirmedInLedger_found() {
    leased = changed(leased, 3, n -> new Leased("101-A-4", "SIN_CONFIRMAR", "4", "h4", "s1"));
    assertThat(faults()).anyMatch(f -> f.startsWith("number is neither used, unused nor stock"));
  }

  @Test
  void faults_numberLostByTheStation_found() {
    stock = new Evidence.Stock(Set.of(), Set.of("101-A-3"), Set.of("s2"));
    assertThat(faults()).anyMatch(f -> f.contains("101-A-4"));
  }

  @Test
  void faults_unusedNotStated_found() {
    leased = changed(leased, 2, n -> new Leased("101-A-3", "EN_BLOQUE", "", "", "s1"));
    assertThat(faults()).anyMatch(f -> f.startsWith("101-A-3 is unused for the station"));
  }

  @Test
  void faults_numberSkipped_found() {
    leased = added(leased, new Leased("101-A-7", "EN_BLOQUE", "", "", "s2"));
    assertThat(faults()).containsExactly("number was skipped: 101-A-6");
  }

  @Test
  void faults_fileLost_found() {
    filed = Map.of("F1.txt", List.of("procesados"), "F3.txt", List.of("rechazados"));
    assertThat(faults()).contains("F2.txt lies in []");
  }

  @Test
  void faults_quarantine_found() {
    quarantined = 1;
    assertThat(faults()).contains("1 contradictions are in quarantine");
  }

  @Test
  void faults_nothingSignedByTheCloud_found() {
    recorded = changed(recorded, 0, r -> signed("1", "FIRMADO_CONTINGENCIA", "101-A-1", "h1", 10));
    assertThat(faults()).containsExactly("nothing was signed by the cloud");
  }

  @Test
  void faults_nothingSignedAtTheStation_found() {
    recorded = changed(recorded, 1, r -> signed("2", "FIRMADO", "101-A-2", "h2", 10));
    assertThat(faults()).containsExactly("nothing was signed at the station");
  }

  @Test
  void faults_stillInContingencia_found() {
    contingencia = true;
    assertThat(faults()).containsExactly("the station is still in contingencia");
  }

  @Test
  void faults_noteSignedBeforeItsDocument_found() {
    signedBefore = Map.of();
    recorded =
        changed(
            recorded, 1, r -> signed("2", "FIRMADO_CONTINGENCIA", "101-A-2", "h2", 9, "101-A-1"));
    assertThat(faults()).hasSize(1).first().asString().contains("was signed before");
  }

  @Test
  void faults_timeGoesBack_found() {
    recorded = changed(recorded, 1, r -> signed("2", "FIRMADO_CONTINGENCIA", "101-A-2", "h2", 9));
    assertThat(faults()).hasSize(1).first().asString().contains("was signed before");
  }

  @Test
  void faults_earlierFileSignedEarlier_none() {
    signedBefore = Map.of("101-A-1", 2);
    recorded = changed(recorded, 1, r -> signed("2", "FIRMADO_CONTINGENCIA", "101-A-2", "h2", 9));
    assertThat(faults()).isEmpty();
  }

  private static Recorded signed(
      String id, String situacion, String numero, String hash, long second, String... about) {
    return new Recorded(id, situacion, numero, hash, Instant.ofEpochSecond(second), List.of(about));
  }

  private static <T> List<T> changed(List<T> all, int index, UnaryOperator<T> change) {
    List<T> copy = new ArrayList<>(all);
    copy.set(index, change.apply(copy.get(index)));
    return copy;
  }

  private static <T> List<T> added(List<T> all, T one) {
    List<T> copy = new ArrayList<>(all);
    copy.add(one);
    return copy;
  }
}
