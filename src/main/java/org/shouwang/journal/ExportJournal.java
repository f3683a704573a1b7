package org.shouwang.journal;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/** The command {@code --shouwang.export-journal=<new file>}: writes the sealed journal there and ends. */
@Component
@ConditionalOnProperty("shouwang.export-journal")
class ExportJournal implements ApplicationRunner {

    private final JournalExport export;
    private final Seals seals;
    private final ConfigurableApplicationContext application;
    private final Path file;

    ExportJournal(
            JournalExport export,
            Seals seals,
            ConfigurableApplicationContext application,
            @Value("${shouwang.export-journal}") Path file) {
        this.export = export;
        this.seals = seals;
        this.application = application;
        this.file = file;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        String head = seals.state().head();
        long written = export.write(file);
        System.out.println("Wrote " + written + " sealed entries to " + file.toAbsolutePath() + "; head at the start "
                + head + ". Check it anywhere with --shouwang.verify-export=<file>,<head>.");
        System.exit(SpringApplication.exit(application, () -> 0));
    }
}
