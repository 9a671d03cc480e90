/// Country and network of an address, from a file that comes with the program.
@NullMarked
package gyotaku.enrich.ipdata;

import org.jspecify.annotations.NullMarked;
