package org.shouwang.secrecy;

/** Keys for tests of other rooms: made for one test and gone with it. */
public final class TestSecrecy {

    private TestSecrecy() {}

    public static Secrecy fresh() {
        return new Secrecy(Keys.fresh());
    }
}
