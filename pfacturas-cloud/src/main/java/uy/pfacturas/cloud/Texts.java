package uy.pfacturas.cloud;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import uy.pfacturas.cloud.station.Motivo;
import uy.pfacturas.core.fault.Fault;
import uy.pfacturas.core.fault.FaultText;

/** What status files say in sentences, Spanish unless the locale is English. */
final class Texts {
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final FaultText faults;

  Texts(Locale locale) {
    this.locale = locale;
    this.faults = FaultText.of(locale);
  }

  /** A sentence and its remedy under one code. */
  Motivo motivo(String code, String... args) {
    return new Motivo(code, say(code, args), say(code + ".remedy", args));
  }

  String say(String key, String... args) {
    ResourceBundle bundle =
        ResourceBundle.getBundle("uy.pfacturas.cloud.messages", locale, NO_FALLBACK);
    return new MessageFormat(bundle.getString(key), locale).format(args);
  }

  /** All faults of one file as one reason. */
  Motivo motivo(List<Fault> all) {
    return new Motivo(
        all.stream().map(f -> f.code().code()).distinct().collect(Collectors.joining(",")),
        faults.sentences(all),
        faults.remedies(all));
  }
}
