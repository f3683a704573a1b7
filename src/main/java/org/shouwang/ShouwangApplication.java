package org.shouwang;

import java.util.OptionalInt;
import org.shouwang.journal.VerifyExport;
import org.shouwang.launch.FirstRun;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Shouwang. */
@SpringBootApplication
public class ShouwangApplication {

    public static void main(String[] args) {
        OptionalInt verified = VerifyExport.asked(args);
        if (verified.isPresent()) {
            System.exit(verified.getAsInt());
        }
        SpringApplication application = new SpringApplication(ShouwangApplication.class);
        application.addListeners(new FirstRun());
        application.run(args);
    }
}
