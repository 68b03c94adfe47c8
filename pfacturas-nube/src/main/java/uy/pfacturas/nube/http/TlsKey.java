package uy.pfacturas.nube.http;

import org.eclipse.jetty.util.ssl.SslContextFactory;
import uy.pfacturas.nube.company.KeySource;

/** The server's own key, for TLS 1.2 and later. */
final class TlsKey {
  private TlsKey() {}

  static SslContextFactory.Server factory(KeySource source) {
    SslContextFactory.Server factory = new SslContextFactory.Server();
    factory.setKeyStorePath(source.pkcs12().toUri().toString());
    factory.setKeyStoreType("PKCS12");
    factory.setKeyStorePassword(source.password().reveal());
    factory.setIncludeProtocols("TLSv1.2", "TLSv1.3");
    return factory;
  }
}
