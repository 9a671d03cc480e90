package gyotaku.parse.transfer;

import java.util.Arrays;

/// Where a decoder writes to: bytes, and on demand where each came from. No encoding here grows its input.
final class Output {

    private final byte[] bytes;
    private final int[] origins;
    private int size;
    private int faults;
    private int firstFault = -1;

    Output(int encodedLength, boolean withOrigins) {
        bytes = new byte[encodedLength];
        origins = new int[withOrigins ? encodedLength + 1 : 0];
    }

    void put(int value, int at) {
        if (origins.length > 0) {
            origins[size] = at;
        }
        bytes[size++] = (byte) value;
    }

    /// Takes back blanks at the end of a line, which do not belong to it.
    void dropBlanks(int downTo) {
        while (size > downTo && (bytes[size - 1] == ' ' || bytes[size - 1] == '\t')) {
            size--;
        }
    }

    int size() {
        return size;
    }

    void fault(int at) {
        firstFault = faults++ == 0 ? at : firstFault;
    }

    Transferred transferred() {
        return new Transferred(bytes, 0, size, faults, firstFault);
    }

    int[] origins(int end) {
        int[] found = Arrays.copyOf(origins, size + 1);
        found[size] = end;
        return found;
    }
}
