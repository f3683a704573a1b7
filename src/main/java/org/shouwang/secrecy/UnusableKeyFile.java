package org.shouwang.secrecy;

/** The start stops here, with a sentence an administrator can act on. */
final class UnusableKeyFile extends RuntimeException {

    UnusableKeyFile(String sentence) {
        super(sentence);
    }
}
