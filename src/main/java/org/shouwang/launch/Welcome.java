package org.shouwang.launch;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/** Tells the person at the terminal where to go and as whom, once everything answers. */
final class Welcome implements ApplicationListener<ApplicationReadyEvent> {

    private static final String LOGINS = """
            director     村儿童主任          supervisor   中渡镇儿童督导员
            station      中渡镇未保站        caseworker   县未成年人救助保护机构
            county       县级督导            admin        系统管理员
            其余演示账号见 realm/demo-users.json，口令均为 shouwang-demo-only
            """;

    private final LocalParts parts;

    Welcome(LocalParts parts) {
        this.parts = parts;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        String address = parts.given().application();
        parts.keycloak()
                .ifPresentOrElse(
                        keycloak -> keycloak.ready().thenAccept(login -> open(address, login.issuer())),
                        () -> show(address));
    }

    private void open(String address, String issuer) {
        show(address);
        new DemoCases(new DemoApi(address, issuer), parts.played()).play();
    }

    // Printed, not logged: it is the answer to a command.
    private static void show(String address) {
        System.out.printf("%n守望 Shouwang: %s%n%n%s%n", address, LOGINS.indent(2));
        System.out.flush();
    }
}
