package uy.pfacturas.cli.command;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is asked for one configuration file. The template beside it holds {@code {{key}}} where an
 * answer goes; a line whose answer is empty stays as a comment.
 *
 * @param template name of the resource
 * @param questions in the order in which they are asked
 */
record Form(String template, List<Form.Question> questions) {
  static final Form STATION =
      new Form(
          "pfacturas.toml.plantilla",
          List.of(
              new Question("ambiente", "demo"),
              new Question("instalacion", "CAJA1"),
              new Question("segunda_copia", ""),
              new Question("buzon.carpeta", "buzon"),
              new Question("buzon.codificacion", "windows-1252"),
              new Question("buzon.coma_decimal", "false"),
              new Question("buzon.identidad", "archivo"),
              new Question("nube.url", ""),
              new Question("nube.ruc", ""),
              new Question("nube.clave_archivo", "")));

  static final Form COMPANY =
      new Form(
          "empresa.toml.plantilla",
          List.of(
              new Question("ruc", ""),
              new Question("razon_social", ""),
              new Question("nombre_comercial", ""),
              new Question("giro", ""),
              new Question("telefono", ""),
              new Question("correo", ""),
              new Question("sucursal.codigo", ""),
              new Question("sucursal.domicilio", ""),
              new Question("sucursal.ciudad", ""),
              new Question("sucursal.departamento", ""),
              new Question("resolucion", ""),
              new Question("pagina_verificacion", ""),
              new Question("iva_al_dia", ""),
              new Question("regimen", ""),
              new Question("certificado.archivo", ""),
              new Question("certificado.clave_archivo", "")));

  private static final Pattern SLOT = Pattern.compile("\\{\\{([a-z._]+)}}");

  /** One question, found in the messages as {@code init.pregunta.KEY}. */
  record Question(String key, String proposal) {}

  /** The file's text with the answers in their places. */
  String fill(String text, Map<String, String> answers) {
    StringBuilder filled = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      filled.append(line(line, answers)).append('\n');
    }
    return filled.toString().stripTrailing() + "\n";
  }

  private static String line(String line, Map<String, String> answers) {
    Matcher slot = SLOT.matcher(line);
    if (!slot.find()) {
      return line;
    }
    String answer = answers.getOrDefault(slot.group(1), "");
    String quoted = answer.replace("\\", "\\\\").replace("\"", "\\\"");
    String filled = slot.replaceAll(Matcher.quoteReplacement(quoted));
    return answer.isEmpty() ? "# " + filled : filled;
  }
}
