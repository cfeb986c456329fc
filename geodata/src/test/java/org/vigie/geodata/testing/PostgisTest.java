package org.vigie.geodata.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test class that needs a real PostGIS. All its tests share one fresh database, dropped
 * afterwards; a parameter of type {@link org.vigie.geodata.store.DatabaseAddress} in a constructor,
 * a {@code @BeforeAll} or a test method receives where it is.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(FreshDatabase.class)
public @interface PostgisTest {}
