package org.shouwang.attachment;

/** An opened file: its bytes and the name this reader may see. */
public record Content(Attachment attachment, String name, byte[] bytes) {}
