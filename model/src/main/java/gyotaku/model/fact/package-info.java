/// What the outside answered: DNS, registries, IP data, reputation. Each answer in one of the four states of `Lookup`.
@NullMarked
package gyotaku.model.fact;

import org.jspecify.annotations.NullMarked;
