package gyotaku.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// The facts of a sample's `.expect.json`, in the form of the black-box check of the contract.
record ExpectedCase(JsonNode expected) {

    /// What does not hold in this `case.json`, one line each.
    List<String> differences(JsonNode found) {
        List<String> differences = new ArrayList<>();
        compare("verdict", found.at("/verdict/class"), differences);
        compare("sender_ip", found.at("/sender/ip"), differences);
        compare("helo", found.at("/sender/helo"), differences);
        compare("from", found.at("/sender/from/address"), differences);
        compare("received", found.at("/sample/receivedAt"), differences);
        compare("purpose", found.at("/purpose"), differences);
        for (String method : List.of("spf", "dkim", "dmarc", "arc")) {
            compare(method, found.at("/auth/" + method + "/result"), differences);
        }
        compare("sender_domain", found.at("/auth/senderDomain"), differences);
        brand(found.at("/brand"), differences);
        if (expected.has("link_host")) {
            link(found.at("/links"), differences);
        }
        landing(found.at("/links"), differences);
        return differences;
    }

    /// Which of the words for that language do not stand in this report.
    List<String> missing(String language, String html) {
        String text = text(html);
        return expected.path(language).values().stream()
                .map(JsonNode::asString)
                .filter(words -> !text.contains(words))
                .toList();
    }

    /// What a reader sees, names and addresses whole again.
    static String text(String html) {
        String bare =
                html.replaceAll("<(style|script)[^>]*>[^<]*</\\1>", " ").replaceAll("<[^>]+>|[\\u2068\\u2069]", "");
        return Pattern.compile("&#(\\d+);")
                .matcher(bare)
                .replaceAll(code -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(code.group(1)))))
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .replace("[.]", ".");
    }

    private void compare(String key, JsonNode value, List<String> differences) {
        if (expected.has(key) && !expected.get(key).asString().equals(value.asString(""))) {
            differences.add(key + ": " + expected.get(key).asString() + " expected, " + value + " found");
        }
    }

    private void brand(JsonNode brand, List<String> differences) {
        if (expected.has("brand")) {
            String name = expected.get("brand").asString().toLowerCase(Locale.ROOT);
            if (!brand.toString().toLowerCase(Locale.ROOT).contains(name)) {
                differences.add("brand: " + name + " expected, " + brand + " found");
            }
        } else if (expected.get("verdict").asString().equals("benign") && !brand.isNull()) {
            differences.add("brand: none expected, " + brand + " found");
        }
    }

    private void landing(JsonNode links, List<String> differences) {
        List<String> states = links.valueStream()
                .map(link -> link.at("/landing/state").asString(""))
                .toList();
        if (expected.has("landing") && !states.contains(expected.get("landing").asString())) {
            differences.add("landing: " + expected.get("landing") + " expected among " + states);
        }
        if (expected.has("landing_host")) {
            String host = "://" + expected.get("landing_host").asString() + "/";
            boolean passed = links.valueStream()
                    .anyMatch(link -> link.at("/landing/redirects").toString().contains(host));
            if (!passed) {
                differences.add("landing_host: no redirect by " + host);
            }
        }
    }

    private void link(JsonNode links, List<String> differences) {
        String host = expected.get("link_host").asString();
        StringBuilder of = new StringBuilder();
        links.forEach(link -> {
            if (link.path("host").asString("").equals(host)) {
                of.append(link);
            }
        });
        for (String key : List.of("link_host", "link_text", "link_ip", "link_ptr", "link_country", "link_registered")) {
            if (expected.has(key) && of.indexOf(expected.get(key).asString()) < 0) {
                differences.add(key + ": " + expected.get(key).asString() + " expected in " + of);
            }
        }
        if (expected.has("link_registered") && of.indexOf("\"ageAtReceipt\":\"P") < 0) {
            differences.add("ageAtReceipt: a duration expected in " + of);
        }
    }
}
