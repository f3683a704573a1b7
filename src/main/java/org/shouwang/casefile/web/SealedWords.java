package org.shouwang.casefile.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.shouwang.access.Actors;
import org.shouwang.secrecy.Secrecy;
import org.shouwang.secrecy.Unsealable;
import org.shouwang.web.Refusal;
import org.springframework.stereotype.Component;

/**
 * What somebody searched for, sealed for that officer alone: so it may stand in an address, where it is kept by
 * histories and logs and must not be readable. Paging and the browser's way back work without anything stored.
 */
@Component
class SealedWords {

    private static final String PLACE = "case.question";

    private final Secrecy secrecy;
    private final Actors actors;

    SealedWords(Secrecy secrecy, Actors actors) {
        this.secrecy = secrecy;
        this.actors = actors;
    }

    /** Empty for no words. */
    String seal(String words) {
        if (words.isBlank()) {
            return "";
        }
        byte[] sealed = secrecy.seal(PLACE, actors.current().officer().id(), words);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** @throws Refusal 400 for what was sealed for another officer, altered or made up */
    String open(String sealed) {
        if (sealed.isEmpty()) {
            return "";
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(sealed.getBytes(StandardCharsets.ISO_8859_1));
            return secrecy.open(PLACE, actors.current().officer().id(), bytes);
        } catch (IllegalArgumentException | Unsealable e) {
            throw Refusal.malformed("case-question");
        }
    }
}
