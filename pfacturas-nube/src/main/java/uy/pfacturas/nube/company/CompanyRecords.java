package uy.pfacturas.nube.company;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import uy.pfacturas.core.empresa.Empresa;
import uy.pfacturas.core.json.Json;

/** Table {@code empresa}. */
final class CompanyRecords {
  private CompanyRecords() {}

  static void save(Handle handle, Empresa empresa) {
    handle
        .createUpdate(
            "INSERT INTO empresa (ruc, registro) VALUES (:ruc, :registro)"
                + " ON CONFLICT (ruc) DO UPDATE SET registro = excluded.registro")
        .bind("ruc", empresa.ruc())
        .bind("registro", json(empresa))
        .execute();
  }

  static Optional<Empresa> find(Handle handle, String ruc) {
    return handle
        .createQuery("SELECT registro FROM empresa WHERE ruc = :ruc")
        .bind("ruc", ruc)
        .mapTo(String.class)
        .findOne()
        .map(CompanyRecords::empresa);
  }

  static List<Empresa> list(Handle handle) {
    return handle
        .createQuery("SELECT registro FROM empresa ORDER BY ruc")
        .mapTo(String.class)
        .map(CompanyRecords::empresa)
        .list();
  }

  private static Empresa empresa(String registro) {
    try {
      return Json.MAPPER.readValue(registro, Empresa.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored company is not readable", e);
    }
  }

  private static String json(Empresa empresa) {
    try {
      return Json.MAPPER.writeValueAsString(empresa);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a company cannot be written", e);
    }
  }
}
