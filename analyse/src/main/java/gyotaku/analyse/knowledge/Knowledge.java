package gyotaku.analyse.knowledge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A value of a knowledge file.
public sealed interface Knowledge {

    record Scalar(String text) implements Knowledge {}

    record Items(List<Knowledge> values) implements Knowledge {
        public Items {
            values = List.copyOf(values);
        }
    }

    record Entries(Map<String, Knowledge> values) implements Knowledge {
        public Entries {
            values = Collections.unmodifiableMap(new TreeMap<>(values));
        }

        /// The text under `key`, or an empty one when the key is absent.
        public String text(String key) {
            return switch (values.get(key)) {
                case Scalar(String text) -> text;
                case null -> "";
                case Items _, Entries _ -> throw new BadKnowledge(key + " must be one text");
            };
        }

        public String needed(String key) {
            String text = text(key);
            if (text.isEmpty()) {
                throw new BadKnowledge(key + " is missing");
            }
            return text;
        }

        /// The texts listed under `key`; none when it is absent.
        public List<String> texts(String key) {
            List<String> texts = new ArrayList<>();
            for (Knowledge value : items(key)) {
                if (!(value instanceof Scalar(String text))) {
                    throw new BadKnowledge(key + " must list texts");
                }
                texts.add(text);
            }
            return List.copyOf(texts);
        }

        /// The entries listed under `key`; none when it is absent.
        public List<Entries> list(String key) {
            List<Entries> list = new ArrayList<>();
            for (Knowledge value : items(key)) {
                if (!(value instanceof Entries entries)) {
                    throw new BadKnowledge(key + " must list entries");
                }
                list.add(entries);
            }
            return List.copyOf(list);
        }

        /// The entries under `key`; empty ones when it is absent.
        public Entries entries(String key) {
            return switch (values.get(key)) {
                case Entries entries -> entries;
                case null -> new Entries(Map.of());
                case Items _, Scalar _ -> throw new BadKnowledge(key + " must hold entries");
            };
        }

        private List<Knowledge> items(String key) {
            return switch (values.get(key)) {
                case Items(List<Knowledge> items) -> items;
                case null -> List.of();
                case Scalar _, Entries _ -> throw new BadKnowledge(key + " must be a list");
            };
        }

        /// Refuses a misspelt key.
        public Entries only(Set<String> keys) {
            for (String key : values.keySet()) {
                if (!keys.contains(key)) {
                    throw new BadKnowledge("unknown key " + key);
                }
            }
            return this;
        }
    }
}
