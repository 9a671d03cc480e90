package gyotaku.dissect.outlook;

/// The properties that a mail is made of (MS-OXPROPS), without their types.
final class Tags {

    private Tags() {}

    static final int MESSAGE_CLASS = 0x001a;
    static final int SUBJECT = 0x0037;
    static final int SUBJECT_PREFIX = 0x003d;
    static final int NORMALIZED_SUBJECT = 0x0e1d;
    static final int CLIENT_SUBMIT_TIME = 0x0039;
    static final int DELIVERY_TIME = 0x0e06;
    static final int REPRESENTING_NAME = 0x0042;
    static final int REPRESENTING_TYPE = 0x0064;
    static final int REPRESENTING_ADDRESS = 0x0065;
    static final int REPRESENTING_SMTP = 0x5d02;
    static final int SENDER_NAME = 0x0c1a;
    static final int SENDER_TYPE = 0x0c1e;
    static final int SENDER_ADDRESS = 0x0c1f;
    static final int SENDER_SMTP = 0x5d01;
    static final int REPLY_NAMES = 0x0050;
    static final int TRANSPORT_HEADERS = 0x007d;
    static final int MESSAGE_ID = 0x1035;
    static final int REFERENCES = 0x1039;
    static final int IN_REPLY_TO = 0x1042;
    static final int DISPLAY_TO = 0x0e04;
    static final int DISPLAY_CC = 0x0e03;
    static final int RECIPIENT_TYPE = 0x0c15;
    static final int DISPLAY_NAME = 0x3001;
    static final int ADDRESS_TYPE = 0x3002;
    static final int EMAIL_ADDRESS = 0x3003;
    static final int SMTP_ADDRESS = 0x39fe;
    static final int BODY = 0x1000;
    static final int RTF = 0x1009;
    static final int HTML = 0x1013;
    static final int ATTACH_DATA = 0x3701;
    static final int ATTACH_FILE_NAME = 0x3704;
    static final int ATTACH_METHOD = 0x3705;
    static final int ATTACH_LONG_FILE_NAME = 0x3707;
    static final int ATTACH_MIME_TAG = 0x370e;
    static final int ATTACH_CONTENT_ID = 0x3712;

    /// Whether values of the type stand in the table of fixed properties (MS-OXCDATA section 2.11.1).
    static boolean isFixed(int type) {
        return switch (type) {
            case 0x0002, 0x0003, 0x0004, 0x0005, 0x0006, 0x0007, 0x000a, 0x000b, 0x0014, 0x0040 -> true;
            default -> false;
        };
    }
}
