package uy.pfacturas.core.preparation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import uy.pfacturas.core.cfe.Emisor;
import uy.pfacturas.core.cfe.EmisorBuilder;
import uy.pfacturas.core.empresa.Empresa;
import uy.pfacturas.core.empresa.Sucursal;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.pedido.Pedido;

/** The issuer of a document: the company's record. The ERP's file may only choose the branch. */
final class Issuer {
  private final Empresa empresa;

  Issuer(Empresa empresa) {
    this.empresa = empresa;
  }

  /** The issuer as the document shows it; faults are added where the file contradicts. */
  Emisor apply(Pedido.Emision emision, List<Fault> faults) {
    Emisor given = emision.cfe().emisor();
    given
        .rucEmisor()
        .filter(ruc -> !ruc.equals(empresa.ruc()))
        .ifPresent(
            ruc -> faults.add(Fault.of(PreparationCode.OTHER_ISSUER, "A-C40", "Emisor.RUCEmisor")));
    Sucursal branch = branch(emision, faults);
    return EmisorBuilder.builder()
        .rucEmisor(Optional.of(empresa.ruc()))
        .rznSoc(Optional.of(empresa.razonSocial()))
        .nomComercial(empresa.nombreComercial())
        .giroEmis(empresa.giro())
        .telefonos(empresa.telefonos())
        .correoEmisor(empresa.correo())
        .emiSucursal(branch.nombre())
        .cdgDGISucur(Optional.of(branch.codigo()))
        .domFiscal(Optional.of(branch.domicilio()))
        .ciudad(Optional.of(branch.ciudad()))
        .departamento(Optional.of(branch.departamento()))
        .infoAdicionalEmisor(given.infoAdicionalEmisor())
        .build();
  }

  private Sucursal branch(Pedido.Emision emision, List<Fault> faults) {
    Sucursal first = empresa.sucursales().get(0);
    Optional<Integer> wanted = emision.sucursal().or(() -> emision.cfe().emisor().cdgDGISucur());
    if (wanted.isEmpty()) {
      return first;
    }
    Optional<Sucursal> found = empresa.findSucursal(wanted.get());
    if (found.isEmpty()) {
      String path = emision.sucursal().isPresent() ? "Pedido.Sucursal" : "Emisor.CdgDGISucur";
      faults.add(
          Fault.of(
              PreparationCode.NO_SUCH_BRANCH,
              "A-C47",
              path,
              wanted.get().toString(),
              empresa.sucursales().stream()
                  .map(s -> Integer.toString(s.codigo()))
                  .collect(Collectors.joining(", "))));
    }
    return found.orElse(first);
  }
}
