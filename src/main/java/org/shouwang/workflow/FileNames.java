package org.shouwang.workflow;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shouwang.attachment.Attachment;
import org.shouwang.attachment.Attachments;
import org.shouwang.attachment.FileLinks;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Files in forms: what kind they are, never what somebody called them, which may say who that was. */
@Component
class FileNames implements NameSource {

    private final Attachments attachments;
    private final FileLinks links;
    private final MessageSource messages;

    FileNames(Attachments attachments, FileLinks links, MessageSource messages) {
        this.attachments = attachments;
        this.links = links;
        this.messages = messages;
    }

    @Override
    public Map<String, String> names(Collection<UUID> ids) {
        return attachments.find(ids).stream()
                .collect(Collectors.toMap(file -> file.id().toString(), this::kind));
    }

    private String kind(Attachment file) {
        return messages.getMessage("attachment.kind." + file.kind(), null, LocaleContextHolder.getLocale());
    }

    /** Links to those of the files that the current officer may open. */
    Map<String, String> openable(Collection<UUID> ids) {
        return attachments.readable(attachments.find(ids)).stream()
                .map(UUID::toString)
                .collect(Collectors.toMap(Function.identity(), links::to));
    }
}
