/// Received lines read into hops, and the boundary of trust in them. Start reading at `RouteReader`: a line
/// becomes `Tokens`, these become `Clauses`, a `Dialect` reads the client out of them, and `Boundary` walks down
/// the stamps. A mail provider is one YAML file in `providers/` with its own sample lines; a way of writing is
/// one `Dialect`.
@NullMarked
package gyotaku.parse.received;

import org.jspecify.annotations.NullMarked;
