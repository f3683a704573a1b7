package org.shouwang.access.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every form whose text it will hold; see {@link org.shouwang.access.KeptForms}. */
@ControllerAdvice(annotations = Controller.class)
class TypistAdvice {

    private final Actors actors;

    TypistAdvice(Actors actors) {
        this.actors = actors;
    }

    @ModelAttribute("typist")
    @Nullable
    UUID typist() {
        return actors.find().map(actor -> actor.officer().id()).orElse(null);
    }
}
