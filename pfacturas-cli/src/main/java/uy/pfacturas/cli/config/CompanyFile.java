package uy.pfacturas.cli.config;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uy.pfacturas.core.cfe.Binario;
import uy.pfacturas.core.cfe.Cifrado;
import uy.pfacturas.core.cfe.Moneda;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.core.empresa.Empresa;
import uy.pfacturas.core.empresa.Regimen;
import uy.pfacturas.core.empresa.Sucursal;
import uy.pfacturas.core.rut.Rut;
import uy.pfacturas.signing.certificate.CertificateFile;
import uy.pfacturas.signing.encryption.XmlEncryptor;

/**
 * The file with a company's record, for the cloud that keeps it. What no default can give is asked
 * for: its absence is a problem.
 *
 * @param empresa the record
 * @param certificado PKCS#12 with the key that signs its documents; empty to leave it as it is
 * @param clave where its password is; there if the certificate is
 */
public record CompanyFile(
    Empresa empresa, Optional<Path> certificado, Optional<SecretSource> clave) {
  /**
   * Reads a company's record.
   *
   * @throws ConfigException if anything is wrong with it: all of it
   */
  public static CompanyFile read(Path file, Ambiente ambiente) {
    return TomlFile.read(
        file,
        (root, folder, problems) -> {
          try (TomlTable table = root.table("empresa")) {
            return company(table, ambiente, folder, problems);
          }
        });
  }

  private static Optional<CompanyFile> company(
      TomlTable table, Ambiente ambiente, Folder folder, Problems problems) {
    Optional<String> ruc = table.required("ruc", CompanyFile::ruc);
    Optional<String> razon = table.required("razon_social", String::strip);
    Optional<String> resolucion = table.required("resolucion", String::strip);
    Optional<String> pagina = table.required("pagina_verificacion", String::strip);
    Optional<Boolean> alDia = table.required("iva_al_dia", BuzonConfig::flag);
    Optional<Regimen> regimen = table.required("regimen", CompanyFile::regimen);
    List<Sucursal> sucursales = branches(table, problems);
    Optional<Path> certificado;
    Optional<SecretSource> clave;
    try (TomlTable key = table.table("certificado")) {
      certificado = key.value("archivo", folder::resolve);
      clave = key.isPresent() ? SecretSource.read(key, folder, problems) : Optional.empty();
    }
    Optional<String> nombre = table.text("nombre_comercial");
    Optional<String> giro = table.text("giro");
    List<String> telefonos = table.texts("telefonos");
    Optional<String> correo = table.text("correo");
    Optional<Integer> causal = table.value("causal_regimen", Integer::valueOf);
    Optional<Integer> bruto =
        table.value("precios_con_iva", BuzonConfig::flag).filter(b -> b).map(b -> 1);
    Moneda moneda = table.value("moneda", Moneda::new).orElse(Moneda.UYU);
    String unidad = table.text("unidad").orElse("N/A");
    List<String> textos = table.texts("textos_legales");
    Optional<BigDecimal> redondeo = table.value("redondeo_efectivo", BigDecimal::new);
    Optional<Path> dgi = table.value("certificado_dgi", folder::resolve);
    if (!problems.found().isEmpty()) {
      return Optional.empty();
    }
    Empresa empresa =
        new Empresa(
            ambiente,
            ruc.orElseThrow(),
            razon.orElseThrow(),
            nombre,
            giro,
            telefonos,
            correo,
            sucursales,
            resolucion.orElseThrow(),
            pagina.orElseThrow(),
            alDia.orElseThrow(),
            regimen.orElseThrow(),
            causal,
            bruto,
            moneda,
            unidad,
            textos,
            redondeo,
            dgi.map(CompanyFile::certificate));
    return Optional.of(new CompanyFile(empresa, certificado, clave));
  }

  private static List<Sucursal> branches(TomlTable company, Problems problems) {
    List<Sucursal> sucursales = new ArrayList<>();
    List<TomlTable> tables = company.tables("sucursal");
    for (TomlTable table : tables) {
      try (table) {
        Optional<Integer> codigo = table.required("codigo", Integer::valueOf);
        Optional<String> nombre = table.text("nombre");
        Optional<String> domicilio = table.required("domicilio", String::strip);
        Optional<String> ciudad = table.required("ciudad", String::strip);
        Optional<String> departamento = table.required("departamento", String::strip);
        if (codigo.isPresent()
            && domicilio.isPresent()
            && ciudad.isPresent()
            && departamento.isPresent()) {
          sucursales.add(
              new Sucursal(
                  codigo.get(), nombre, domicilio.get(), ciudad.get(), departamento.get()));
        }
      }
    }
    if (tables.isEmpty()) {
      problems.add("falta", "empresa.sucursal", "clave.empresa.sucursal.codigo");
    }
    return sucursales;
  }

  /** As bytes, once it is known that something can be encrypted for its holder. */
  private static Binario certificate(Path file) {
    byte[] certificate = encoded(new CertificateFile(file).read().get(0));
    XmlEncryptor.of(certificate, Cifrado.LLAVE_DGI);
    return Binario.of(certificate);
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read cannot be written", e);
    }
  }

  private static String ruc(String written) {
    return Rut.find(written)
        .orElseThrow(() -> new IllegalArgumentException("ruc is not a RUT: " + written))
        .digitos();
  }

  private static Regimen regimen(String word) {
    return Regimen.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
