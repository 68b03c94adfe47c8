/**
 * What goes wrong around the program: bad files, a cloud that misbehaves, folders and disks that
 * refuse. {@code run} as a whole, with its mailbox, store, HTTP client and a real cloud, is given
 * each of them and judged by what the ERP and people see: status files, folders, console. Entry:
 * {@code Shop}.
 */
@NullMarked
package uy.pfacturas.cli.mishap;

import org.jspecify.annotations.NullMarked;
