@org.jspecify.annotations.NullMarked
package gyotaku.enrich.page;
