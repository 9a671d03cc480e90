@org.jspecify.annotations.NullMarked
package gyotaku.enrich.reputation;
