package org.shouwang.journal;

import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Seals every other second and writes the chain's head to the log, which leaves the host. */
@Configuration(proxyBeanMethods = false)
class SealSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(SealSchedule.class);

    private final Sealer sealer;
    private final SealLag lag;

    SealSchedule(Sealer sealer, SealLag lag) {
        this.sealer = sealer;
        this.lag = lag;
    }

    @Scheduled(fixedDelayString = "${shouwang.journal.seal-every:PT2S}")
    void seal() {
        sealer.seal();
    }

    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
    void watch() {
        lag.complaint().ifPresent(complaint -> LOG.error("Journal: {}", complaint));
    }

    /** Whoever rewrites the whole chain as superuser cannot rewrite the heads that are already elsewhere. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void publishHead() {
        Seal head = sealer.last();
        LOG.info("Journal head {}:{}", head.seq(), HexFormat.of().formatHex(head.chainHash()));
    }
}
