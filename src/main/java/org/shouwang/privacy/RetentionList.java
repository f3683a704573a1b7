package org.shouwang.privacy;

/** The lists of what is kept. */
public enum RetentionList {
    /** To be archived. */
    ARCHIVE("archived_at is null and erased_at is null and archive_on <= ?", "archive_on", true),
    /** Their time is over. */
    ERASE("archived_at is not null and erased_at is null and erase_on <= ?", "erase_on", true),
    ARCHIVED("archived_at is not null and erased_at is null", "archive_on", false),
    ERASED("erased_at is not null", "closed_on", false);

    private final String condition;
    private final String order;
    private final boolean dated;

    RetentionList(String condition, String order, boolean dated) {
        this.condition = condition;
        this.order = order;
        this.dated = dated;
    }

    String condition() {
        return condition;
    }

    String order() {
        return order;
    }

    /** Whether the condition asks for today. */
    boolean dated() {
        return dated;
    }

    /** Where the page behind {@code last} begins. */
    public String cursor(Kept last) {
        return new RetentionCursor(
                        switch (this) {
                            case ARCHIVE, ARCHIVED -> last.archiveOn();
                            case ERASE -> java.util.Objects.requireNonNull(last.eraseOn());
                            case ERASED -> last.closedOn();
                        },
                        last.subject())
                .toString();
    }

    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
