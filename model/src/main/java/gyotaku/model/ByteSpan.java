package gyotaku.model;

/// Bytes of the sample from `start` (inclusive) to `end` (exclusive), counted from 0.
public record ByteSpan(int start, int end) implements Comparable<ByteSpan> {

    public ByteSpan {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no span: " + start + ".." + end);
        }
    }

    public int length() {
        return end - start;
    }

    public boolean contains(ByteSpan other) {
        return start <= other.start && other.end <= end;
    }

    @Override
    public int compareTo(ByteSpan other) {
        return start != other.start ? Integer.compare(start, other.start) : Integer.compare(end, other.end);
    }

    @Override
    public String toString() {
        return start + ".." + end;
    }
}
