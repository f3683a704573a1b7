package org.shouwang.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The act of the access matrix that a request is. Without this or {@link OpenToAll} a handler answers nobody. It asks
 * whether the caller may do the act to anything at all; whether to this subject, the service asks {@link Access}.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {

    String value();
}
