package uy.pfacturas.cli.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.spi.ContextAwareBase;

/**
 * Logback's beginning, found by it as a service: silence. The screen belongs to the commands; those
 * that run on open a {@link LogFile}.
 */
public final class QuietConfigurator extends ContextAwareBase implements Configurator {
  /** Called by Logback. */
  public QuietConfigurator() {}

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
