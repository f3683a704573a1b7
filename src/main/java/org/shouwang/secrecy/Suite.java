package org.shouwang.secrecy;

/**
 * With what is sealed and indexed. Which one a sealed value was made with shows in its first byte, so that both can stand
 * in one database while it changes over.
 */
enum Suite {
    /** AES-256-GCM and HMAC-SHA-256, by Tink. */
    AES,
    /** The national algorithms: SM4-GCM (GB/T 32907, GB/T 36624) and HMAC-SM3 (GB/T 32905). */
    SM
}
