package org.shouwang.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Plays the demo's cases in once, through the API and by the demo users' own logins, so that the demo shows nothing
 * that people could not have done.
 */
final class DemoCases {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCases.class);
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Pattern IN_DAYS = Pattern.compile("%in(\\d+)days");

    private final DemoApi api;
    private final Path played;

    DemoCases(DemoApi api, Path played) {
        this.api = api;
        this.played = played;
    }

    void play() {
        if (Files.exists(played)) {
            return;
        }
        try (InputStream file = new ClassPathResource("demo/cases.yaml").getInputStream()) {
            for (DemoStory story : YAML.readValue(file, new TypeReference<List<DemoStory>>() {})) {
                play(story);
            }
            Files.createFile(played);
        } catch (IOException | RuntimeException e) {
            LOG.warn("The demo's cases could not be played in", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void play(DemoStory story) throws IOException, InterruptedException {
        for (DemoStory.Step step : story.steps()) {
            if (step.report() != null) {
                api.report(step.as(), "demo-" + story.key(), dated(step.report()));
            } else if (step.task() != null && step.answers() != null) {
                api.complete(step.as(), step.task(), story.child(), dated(step.answers()));
            } else if (step.act() != null && step.reason() != null) {
                api.act(step.as(), step.act(), story.child(), step.reason());
            }
        }
    }

    /** Puts today's dates in, for a demo that starts on any day. */
    private static ObjectNode dated(ObjectNode answers) {
        String now =
                ZonedDateTime.now(ZONE).truncatedTo(ChronoUnit.MINUTES).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        Matcher days = IN_DAYS.matcher(answers.toString().replace("%now", now));
        String text = days.replaceAll(found ->
                LocalDate.now(ZONE).plusDays(Long.parseLong(found.group(1))).toString());
        JsonNode read = YAML.readTree(text);
        return (ObjectNode) read;
    }
}
