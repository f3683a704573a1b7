package org.shouwang.workflow.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

class CataloguesTests {

    private static final String POLICE = "- {key: police, zh: 公安, en: Police, tier: agency}\n";
    private static final String COURT = "- {key: court, zh: 法院, en: Court, tier: agency}\n";

    private final Path dir;

    CataloguesTests(@TempDir Path dir) {
        this.dir = dir;
    }

    private final Room first = new Room();
    private final Room second = new Room();
    private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();

    @BeforeEach
    void writeRoles() throws IOException {
        Files.writeString(dir.resolve("roles.yaml"), POLICE);
        beans.registerSingleton("first", first);
        beans.registerSingleton("second", second);
    }

    @Test
    void givesEveryRoomTheFilesAtStart() {
        Catalogues catalogues = started();
        assertThat(first.works()).isEqualTo(catalogues.current());
        assertThat(second.works()).isEqualTo(catalogues.current());
    }

    @Test
    void doesNotStartWhenARoomFindsAFault() {
        second.faulty = true;
        assertThatThrownBy(this::started).isInstanceOf(Faults.class).hasMessageContaining("x.yaml: here: wrong");
        assertThat(first.taken).isEmpty();
    }

    @Test
    void doesNotStartWithBrokenRoles() throws IOException {
        Files.writeString(dir.resolve("roles.yaml"), "- {key: police}\n");
        assertThatThrownBy(this::started).isInstanceOf(Faults.class).hasMessageContaining("roles.yaml");
    }

    @Test
    void takesOverChangedFilesWhole() throws IOException {
        Catalogues catalogues = started();
        Files.writeString(dir.resolve("roles.yaml"), POLICE + COURT);
        Catalogue now = catalogues.reload();
        assertThat(now.roles().has("court")).isTrue();
        assertThat(catalogues.current()).isSameAs(now);
        assertThat(first.works()).isSameAs(now);
    }

    @Test
    void leavesEverythingAsItWasWhenOneRoomFindsAFault() throws IOException {
        Catalogues catalogues = started();
        Catalogue before = catalogues.current();
        Files.writeString(dir.resolve("roles.yaml"), POLICE + COURT);
        second.faulty = true;
        assertThat(catalogues.check(dir)).containsExactly(new Fault("x.yaml", "here", "wrong"));
        assertThatThrownBy(catalogues::reload).isInstanceOf(Faults.class);
        assertThat(catalogues.current()).isSameAs(before);
        assertThat(first.works()).isSameAs(before);
    }

    @Test
    void returnsToTheOldFilesWhenARoomFailsToTakeTheNewOnes() throws IOException {
        Catalogues catalogues = started();
        Catalogue before = catalogues.current();
        Files.writeString(dir.resolve("roles.yaml"), POLICE + COURT);
        second.failing = true;
        assertThatThrownBy(catalogues::reload).isInstanceOf(IllegalStateException.class);
        assertThat(catalogues.current()).isSameAs(before);
        assertThat(first.works()).isSameAs(before);
    }

    private Catalogues started() {
        Catalogues catalogues = new Catalogues(dir.toString(), beans.getBeanProvider(CatalogueListener.class));
        catalogues.afterSingletonsInstantiated();
        return catalogues;
    }

    /** A room that finds a fault or fails on demand, and remembers what it was given. */
    private static final class Room implements CatalogueListener {

        private final List<Catalogue> taken = new ArrayList<>();
        private boolean faulty;
        private boolean failing;

        private Catalogue works() {
            return taken.get(taken.size() - 1);
        }

        @Override
        public void check(Catalogue candidate, List<Fault> faults) {
            if (faulty) {
                faults.add(new Fault("x.yaml", "here", "wrong"));
            }
        }

        @Override
        public void take(Catalogue catalogue) {
            if (failing) {
                failing = false;
                throw new IllegalStateException("no");
            }
            taken.add(catalogue);
        }
    }
}
