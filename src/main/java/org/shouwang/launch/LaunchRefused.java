package org.shouwang.launch;

/** The application does not start like this; the message says what is wrong, the remedy what to set. */
final class LaunchRefused extends RuntimeException {

    private final String remedy;

    LaunchRefused(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
