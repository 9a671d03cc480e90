package gyotaku.dissect.office;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// An Office file out of its parts.
public final class ZipOf {

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    public static ZipOf word(String body) {
        return new ZipOf()
                .with("[Content_Types].xml", "<Types/>")
                .with(
                        "word/document.xml",
                        "<w:document xmlns:w='w' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
                                + "<w:body>" + body + "</w:body></w:document>");
    }

    public static ZipOf sheet(String part, String xml) {
        return new ZipOf()
                .with("[Content_Types].xml", "<Types/>")
                .with("xl/workbook.xml", "<workbook/>")
                .with(part, xml);
    }

    public ZipOf with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public ZipOf with(String name, byte[] bytes) {
        parts.put(name, bytes);
        return this;
    }

    public ZipOf external(String relations, String type, String target) {
        return with(
                relations,
                "<Relationships><Relationship Id='rId1' TargetMode='External' Target='" + target
                        + "' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type
                        + "'/></Relationships>");
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
