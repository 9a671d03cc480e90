@org.jspecify.annotations.NullMarked
package gyotaku.enrich.egress;
