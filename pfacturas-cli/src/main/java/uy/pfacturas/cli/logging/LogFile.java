package uy.pfacturas.cli.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** The log of a program that runs on: one file a day, the older ones compressed. */
public final class LogFile implements AutoCloseable {
  private static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX, America/Montevideo} %-5level %logger{24} - %msg%n";

  private final LoggerContext context;
  private final Path file;

  private LogFile(LoggerContext context, Path file) {
    this.context = context;
    this.file = file;
  }

  /**
   * Opens {@code pfacturas.log} in a folder, which is made if it is absent.
   *
   * @param level word of Logback: ERROR, WARN, INFO or DEBUG
   * @param days how many days are kept; all together never more than 1 GB
   */
  public static LogFile open(Path folder, String level, int days) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
    appender.setContext(context);
    appender.setFile(folder.resolve("pfacturas.log").toString());
    appender.setEncoder(encoder(context));
    appender.setRollingPolicy(policy(context, folder, days, appender));
    appender.start();
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.addAppender(appender);
    root.setLevel(Level.toLevel(level));
    context.getLogger("org.eclipse.jetty").setLevel(Level.WARN);
    context.getLogger("org.flywaydb").setLevel(Level.WARN);
    context.getLogger("com.zaxxer").setLevel(Level.WARN);
    return new LogFile(context, folder.resolve("pfacturas.log"));
  }

  private static PatternLayoutEncoder encoder(LoggerContext context) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(PATTERN);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.start();
    return encoder;
  }

  private static SizeAndTimeBasedRollingPolicy<ILoggingEvent> policy(
      LoggerContext context, Path folder, int days, RollingFileAppender<ILoggingEvent> appender) {
    SizeAndTimeBasedRollingPolicy<ILoggingEvent> policy = new SizeAndTimeBasedRollingPolicy<>();
    policy.setContext(context);
    policy.setParent(appender);
    policy.setFileNamePattern(folder.resolve("pfacturas.%d{yyyy-MM-dd}.%i.log.gz").toString());
    policy.setMaxFileSize(new FileSize(50 * FileSize.MB_COEFFICIENT));
    policy.setTotalSizeCap(new FileSize(FileSize.GB_COEFFICIENT));
    policy.setMaxHistory(days);
    policy.start();
    return policy;
  }

  /** The file of today. */
  public Path file() {
    return file;
  }

  /** Writes what is left and is silent again. */
  @Override
  public void close() {
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.OFF);
    root.detachAndStopAllAppenders();
  }
}
