package org.shouwang.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shouwang.ShouwangApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test against the running application: real PostgreSQL, real Keycloak, a real port. All such tests share one
 * context, so a test keeps to people and places of its own and leaves the clock as it found it. No mock beans, no
 * properties, no {@code @DirtiesContext}: each would start everything once more.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(classes = ShouwangApplication.class, webEnvironment = WebEnvironment.DEFINED_PORT)
@ContextConfiguration(initializers = TestParts.Settings.class)
@ActiveProfiles({"demo", "test"})
@Import(TestClock.Bean.class)
@ExtendWith(Browser.Leaves.class)
public @interface ShouwangTest {}
