package org.shouwang.secrecy;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.shouwang.testing.BareDatabase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

class KeyCheckIT {

    private final KeyCheck check =
            new KeyCheck(JdbcClient.create(BareDatabase.get().app()));

    @Test
    void refusesKeysOfAnotherDatabase() {
        new JdbcTemplate(BareDatabase.get().superuser()).execute("truncate secrecy_check");
        Keys keys = Keys.fresh();
        check.belongs(new Secrecy(keys));
        assertThatCode(() -> check.belongs(new Secrecy(keys))).doesNotThrowAnyException();
        assertThatCode(() -> check.belongs(new Secrecy(keys.rotated(Suite.AES))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> check.belongs(new Secrecy(Keys.fresh())))
                .isInstanceOf(UnusableKeyFile.class)
                .hasMessageContaining("does not belong to this database");
        Keys otherIndex = new Keys(keys.parts(), Keys.fresh().index());
        assertThatThrownBy(() -> check.belongs(new Secrecy(otherIndex))).isInstanceOf(UnusableKeyFile.class);
    }
}
