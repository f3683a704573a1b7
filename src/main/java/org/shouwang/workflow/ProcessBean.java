package org.shouwang.workflow;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A bean that processes may call by name, as in {@code ${cases.open(execution)}}. No other bean can be named in a BPMN
 * file; the catalogue checks the names and methods when it reads the file.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ProcessBean {

    /** The name in BPMN. */
    String value();
}
