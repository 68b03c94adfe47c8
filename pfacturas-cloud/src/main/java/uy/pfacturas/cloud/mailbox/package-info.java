/**
 * The folder through which an ERP asks and is answered: takes complete files, each once, and writes
 * status files. Entry: {@link uy.pfacturas.cloud.mailbox.Mailbox}. Neighbours: core's readers and
 * faults; it knows neither the store nor the cloud.
 *
 * <p><b>When a file is complete.</b> A name that is renamed into a folder looks the same as one
 * that is written there, and no attribute of a file tells them apart everywhere (Samba and virus
 * scanners touch files after the last write too). So the content decides:
 *
 * <ol>
 *   <li>A {@code .ok} of the same name, not older than the file: taken at once.
 *   <li>The content shows an end after which nothing may come ({@code [Fin]}, the closing bracket
 *       of JSON, the closing tag of XML) and neither size nor time moved while it was looked at:
 *       taken at once. A writer that goes from front to back cannot have more to say; one that
 *       fills holes leaves zero bytes, and with those the file waits.
 *   <li>The content shows an end that could be followed by more (a {@code CantLinDet} that equals
 *       its items): taken when size and time stood still for the quiet period.
 *   <li>No end, but the operating system told of its appearance and of no write since: it was
 *       renamed in, and is taken after the quiet period.
 *   <li>Larger than is read at all: taken after the quiet period, to be refused.
 * </ol>
 *
 * <p>Names that are being written aside ({@code .tmp}, {@code .part}, {@code ~}, hidden ones) are
 * left alone. All else waits, and after ten minutes is reported as {@code INCOMPLETO} without being
 * taken.
 */
@NullMarked
package uy.pfacturas.cloud.mailbox;

import org.jspecify.annotations.NullMarked;
