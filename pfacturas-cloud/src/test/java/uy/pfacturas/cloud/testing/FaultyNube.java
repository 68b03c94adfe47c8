package uy.pfacturas.cloud.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import uy.pfacturas.cloud.client.Answer;
import uy.pfacturas.cloud.client.NubeClient;
import uy.pfacturas.core.cfe.Numero;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.empresa.Empresa;
import uy.pfacturas.core.protocol.Acuse;
import uy.pfacturas.core.protocol.AcuseEntrega;
import uy.pfacturas.core.protocol.AcuseLote;
import uy.pfacturas.core.protocol.Bloque;
import uy.pfacturas.core.protocol.Declaracion;
import uy.pfacturas.core.protocol.DocumentoFirmado;
import uy.pfacturas.core.protocol.Entrega;
import uy.pfacturas.core.protocol.ListaCae;
import uy.pfacturas.core.protocol.LoteEntregas;
import uy.pfacturas.core.protocol.Salud;
import uy.pfacturas.core.protocol.SinUso;
import uy.pfacturas.core.protocol.SolicitudBloque;
import uy.pfacturas.core.protocol.SolicitudFirma;
import uy.pfacturas.core.rut.Contribuyente;
import uy.pfacturas.core.rut.Rut;

/**
 * A network between the station and a cloud: loses requests and answers, doubles them, brings old
 * requests again and old answers instead of new ones, and says "not now".
 */
public final class FaultyNube implements NubeClient {
  private final NubeClient cloud;
  private final Random random;
  private final List<Supplier<Answer<?>>> late = new ArrayList<>();
  private final List<Answer<DocumentoFirmado>> oldSignatures = new ArrayList<>();
  private final List<Answer<AcuseEntrega>> oldDeliveries = new ArrayList<>();
  private double rate;

  /** Fails as often as the rate says, 0 to 1, by this chance. */
  public FaultyNube(NubeClient cloud, Random random, double rate) {
    this.cloud = cloud;
    this.random = random;
    this.rate = rate;
  }

  /** The network is well from now on. */
  public void heal() {
    rate = 0;
  }

  private <T> Answer<T> through(Supplier<Answer<T>> request, List<Answer<T>> old) {
    if (random.nextDouble() >= rate) {
      Answer<T> answer = request.get();
      old.add(answer);
      late.add(request::get);
      return answer;
    }
    return switch (random.nextInt(6)) {
      case 0 -> lost();
      case 1 -> {
        // The answer is lost, the deed is done.
        old.add(request.get());
        yield lost();
      }
      case 2 -> {
        old.add(request.get());
        yield request.get();
      }
      case 3 -> new Answer.NotServed<>(Answer.Cause.NOT_NOW, "503", Optional.empty());
      case 4 -> {
        if (!late.isEmpty()) {
          var unused = late.get(random.nextInt(late.size())).get();
        }
        yield request.get();
      }
      default -> old.isEmpty() ? lost() : old.get(random.nextInt(old.size()));
    };
  }

  private static <T> Answer<T> lost() {
    return new Answer.NotServed<>(Answer.Cause.UNKNOWN, "lost", Optional.empty());
  }

  @Override
  public Answer<Salud> salud() {
    return through(cloud::salud, new ArrayList<>());
  }

  @Override
  public Answer<Empresa> empresa() {
    return through(cloud::empresa, new ArrayList<>());
  }

  @Override
  public Answer<DocumentoFirmado> firmar(String id, SolicitudFirma solicitud) {
    return through(() -> cloud.firmar(id, solicitud), oldSignatures);
  }

  @Override
  public Answer<DocumentoFirmado> documento(String id) {
    return through(() -> cloud.documento(id), oldSignatures);
  }

  @Override
  public Answer<AcuseEntrega> entregar(Numero numero, Entrega entrega) {
    return through(() -> cloud.entregar(numero, entrega), oldDeliveries);
  }

  @Override
  public Answer<AcuseLote> entregar(LoteEntregas lote) {
    return through(() -> cloud.entregar(lote), new ArrayList<>());
  }

  @Override
  public Answer<Acuse> sinUso(SinUso sinUso) {
    return through(() -> cloud.sinUso(sinUso), new ArrayList<>());
  }

  @Override
  public Answer<Bloque> bloque(TipoCfe tipo, String solicitud, SolicitudBloque pedido) {
    return through(() -> cloud.bloque(tipo, solicitud, pedido), new ArrayList<>());
  }

  @Override
  public Answer<Acuse> declarar(Declaracion declaracion) {
    return through(() -> cloud.declarar(declaracion), new ArrayList<>());
  }

  @Override
  public Answer<ListaCae> caes() {
    return cloud.caes();
  }

  @Override
  public Answer<Contribuyente> rut(Rut rut) {
    return through(() -> cloud.rut(rut), new ArrayList<>());
  }
}
