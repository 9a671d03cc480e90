/// Files that hold other files: archives, compressed files, images of disks.
@NullMarked
package gyotaku.dissect.archive;

import org.jspecify.annotations.NullMarked;
