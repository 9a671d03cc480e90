/// Files that lead somewhere else when they are opened: short cuts of Windows, macOS and Linux.
@NullMarked
package gyotaku.dissect.shortcut;

import org.jspecify.annotations.NullMarked;
