package gyotaku.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        compare("spf", found.at("/auth/spf/result"), differences);
        brand(found.at("/brand"), differences);
        if (expected.has("link_host")) {
            link(found.at("/links"), differences);
        }
        return differences;
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
