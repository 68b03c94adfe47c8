package uy.pfacturas.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uy.pfacturas.cli.console.CliException;
import uy.pfacturas.cli.console.Exit;
import uy.pfacturas.core.cfe.TipoCfe;
import uy.pfacturas.core.formato.Formato;
import uy.pfacturas.core.formato.FormatoText;

/** The manual of one type of document: keys, meaning, example. */
@Command(name = "formato", aliases = "format")
final class FormatoCommand implements Callable<Integer> {
  @Parameters(paramLabel = "TIPO", descriptionKey = "p.tipo")
  private int tipo;

  @ArgGroup private final Shape shape = new Shape();

  private final Session session;

  FormatoCommand(Session session) {
    this.session = session;
  }

  /** How to show it; one at most. */
  static final class Shape {
    @Option(names = "--markdown")
    private boolean markdown;

    @Option(names = "--ejemplo")
    private boolean ejemplo;
  }

  @Override
  public Integer call() {
    TipoCfe found =
        TipoCfe.find(tipo)
            .orElseThrow(() -> new CliException(Exit.USAGE, "tipo_desconocido", tipo));
    session.console().out().println(shown(found).stripTrailing());
    return Exit.DONE.code();
  }

  private String shown(TipoCfe found) {
    FormatoText text = new FormatoText(Formato.vigente(), session.messages().locale());
    if (shape.markdown) {
      return text.markdown(found);
    }
    if (shape.ejemplo) {
      return text.ejemplo(found);
    }
    return session.options().isJson() ? text.json(found) : text.text(found);
  }
}
