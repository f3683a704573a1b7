package org.shouwang;

import org.shouwang.launch.FirstRun;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Shouwang. */
@SpringBootApplication
public class ShouwangApplication {

    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(ShouwangApplication.class);
        application.addListeners(new FirstRun());
        application.run(args);
    }
}
