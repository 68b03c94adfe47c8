/**
 * Contingencia of the synchronizer: when to stop waiting for the cloud, and when to trust it again.
 * Entry: {@link uy.pfacturas.cloud.contingencia.Contingencia}. Knows neither documents nor the
 * network: it is told what became of questions and asked what to do. Not to be taken for DGI's
 * comprobantes de contingencia (CFC), which are paper.
 */
@NullMarked
package uy.pfacturas.cloud.contingencia;

import org.jspecify.annotations.NullMarked;
