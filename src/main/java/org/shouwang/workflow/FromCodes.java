package org.shouwang.workflow;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An argument of a {@link ProcessBean}'s method: what a BPMN file writes there must be a code of this list. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface FromCodes {

    /** The name of the list. */
    String value();
}
