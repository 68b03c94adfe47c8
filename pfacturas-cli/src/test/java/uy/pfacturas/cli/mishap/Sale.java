package uy.pfacturas.cli.mishap;

/** Texts as an ERP writes them; all are good until a test spoils them. */
final class Sale {
  private static final String LINE =
      """
      [Item]
      IndFact=3
      NomItem=Detergente 750 ml
      Cantidad=1
      PrecioUnitario=100.00
      [Fin]
      """;

  private static final String RECEIVER =
      """
      [Receptor]
      TipoDocRecep=2
      DocRecep=210000000027
      RznSocRecep=Cliente Demo SRL
      DirRecep=Av. Italia 100
      CiudadRecep=Montevideo
      """;

  private Sale() {}

  /** A cash e-Ticket of 122.00. */
  static String cash(String id) {
    return head(id, 101) + LINE;
  }

  /** An e-Factura of 122.00. */
  static String invoice(String id) {
    return head(id, 111) + RECEIVER + LINE;
  }

  /** A note of this type to a company or, for 102 and 103, to nobody in particular. */
  static String note(String id, int tipo) {
    return head(id, tipo)
        + (tipo > 110 ? RECEIVER : "")
        + "[Referencia]\nIndGlobal=1\nRazonRef=Devolucion\n"
        + LINE;
  }

  /** A cash e-Ticket in XML, with this between the declaration and the request. */
  static String xml(String id, String prologue, String name) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        %s<Pedido>
          <Formato>1</Formato>
          <Id>%s</Id>
          <CFE xmlns="http://cfe.dgi.gub.uy" version="1.0">
            <eTck>
              <Encabezado>
                <IdDoc><TipoCFE>101</TipoCFE><FmaPago>1</FmaPago></IdDoc>
              </Encabezado>
              <Detalle>
                <Item>
                  <NroLinDet>1</NroLinDet>
                  <IndFact>3</IndFact>
                  <NomItem>%s</NomItem>
                  <Cantidad>1</Cantidad>
                  <UniMed>un</UniMed>
                  <PrecioUnitario>100.00</PrecioUnitario>
                </Item>
              </Detalle>
            </eTck>
          </CFE>
        </Pedido>
        """
        .formatted(prologue, id, name);
  }

  private static String head(String id, int tipo) {
    return "[Pedido]\nFormato=1\nId=" + id + "\n[IdDoc]\nTipoCFE=" + tipo + "\nFmaPago=1\n";
  }
}
