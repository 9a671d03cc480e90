package gyotaku.dissect.outlook;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Properties one after the other (MS-OXTNEF section 2.1.3.4), each with its type, its tag, a name when the tag is one
/// of those that programs choose, and its values. Of several values the first is taken.
final class MapiRun {

    private static final int SEVERAL = 0x1000;
    private static final int FIRST_NAMED = 0x8000;
    private static final int IDENTIFIER = 16;

    private final ByteBuffer run;

    private MapiRun(byte[] run) {
        this.run = ByteBuffer.wrap(run).order(ByteOrder.LITTLE_ENDIAN);
    }

    static MapiRun of(byte[] run) {
        return new MapiRun(run);
    }

    /// How many things follow, as it claims; 0 at its end.
    int count() {
        return run.remaining() < 4 ? 0 : Math.max(0, run.getInt());
    }

    /// Takes the next table of properties.
    ///
    /// @return false when a length in it leads out of it; what came before is taken
    boolean into(Properties found) {
        int count = count();
        for (int i = 0; i < count; i++) {
            if (!property(found)) {
                return false;
            }
        }
        return true;
    }

    private boolean property(Properties found) {
        if (run.remaining() < 4) {
            return false;
        }
        int type = run.getShort() & 0xffff;
        int tag = run.getShort() & 0xffff;
        if (tag >= FIRST_NAMED && !name()) {
            return false;
        }
        boolean several = (type & SEVERAL) != 0;
        int single = type & ~SEVERAL;
        int fixed = fixed(single);
        int values = several || fixed == 0 ? count() : 1;
        for (int i = 0; i < values; i++) {
            if (fixed == 0 && run.remaining() < 4) {
                return false;
            }
            int length = fixed > 0 ? fixed : run.getInt();
            if (length < 0 || length > run.remaining()) {
                return false;
            }
            byte[] value = new byte[length];
            run.get(value);
            pad(length);
            if (i == 0) {
                found.put(tag, single, value);
            }
        }
        return true;
    }

    private boolean name() {
        if (run.remaining() < IDENTIFIER + 8) {
            return false;
        }
        run.position(run.position() + IDENTIFIER);
        boolean word = run.getInt() == 1;
        int length = run.getInt();
        if (!word) {
            return true;
        }
        if (length < 0 || length > run.remaining()) {
            return false;
        }
        run.position(run.position() + length);
        pad(length);
        return true;
    }

    private void pad(int length) {
        run.position(Math.min(run.limit(), run.position() + (4 - length % 4) % 4));
    }

    /// Bytes of a value whose type says its length, else 0.
    private static int fixed(int type) {
        return switch (type) {
            case 0x0002, 0x0003, 0x0004, 0x000a, 0x000b -> 4;
            case 0x0005, 0x0006, 0x0007, 0x0014, 0x0040 -> 8;
            case 0x0048 -> IDENTIFIER;
            default -> 0;
        };
    }
}
