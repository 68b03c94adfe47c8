package uy.pfacturas.nube;

import java.time.Clock;
import uy.pfacturas.core.empresa.Ambiente;
import uy.pfacturas.nube.cae.CaeBook;
import uy.pfacturas.nube.company.Companies;
import uy.pfacturas.nube.document.SigningDesk;
import uy.pfacturas.nube.ledger.Ledger;
import uy.pfacturas.nube.rut.Taxpayers;

/**
 * A running cloud as a station in the same process sees it: what the routes serve, without HTTP.
 *
 * @param ambiente the cloud's world
 * @param clock the cloud's clock
 */
public record Inside(
    Ledger ledger,
    SigningDesk desk,
    Companies companies,
    CaeBook cae,
    Taxpayers taxpayers,
    Ambiente ambiente,
    Clock clock) {}
