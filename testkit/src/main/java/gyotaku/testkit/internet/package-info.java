/// The servers of the closed internet: DNS, RDAP, WHOIS, Safe Browsing, web sites and the proxy before them.
@NullMarked
package gyotaku.testkit.internet;

import org.jspecify.annotations.NullMarked;
