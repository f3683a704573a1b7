package org.shouwang.attachment;

/** Where sealed files lie. The same key always means the same content, so that writing twice does no harm. */
public interface Store {

    void put(String key, byte[] sealed);

    byte[] get(String key);

    /** Removes a file for good; one that is gone already is gone. */
    void remove(String key);
}
