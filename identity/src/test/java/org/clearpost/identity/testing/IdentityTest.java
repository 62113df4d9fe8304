package org.clearpost.identity.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.clearpost.kit.testing.ClearpostTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * Identity as the launcher starts it, with a database of its own. The directory believes identity's own tokens and those
 * of {@code TestTokens}; {@code Town} has people who sign in.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClearpostTest
@Import({TestTrust.class, Town.class})
@TestPropertySource(
        properties = {
            "SERVICE_SECRETS=gateway=test-gateway-secret,policy-service=test-policy-secret,media-consent-service=test-media-secret",
            "KEY_ENCRYPTION_SECRET=test-key-encryption-secret",
            "SETUP_CODE=TEST-SETUP-CODE"
        })
public @interface IdentityTest {}
