package org.clearpost.declaration;

import org.clearpost.kit.testing.AccessMatrix;
import org.clearpost.kit.testing.AccessMatrixRunner;
import org.clearpost.kit.testing.ClearpostTest;

/** Nothing can be called here yet; the table says so, and an endpoint added without a row fails. */
@ClearpostTest
class AccessIT extends AccessMatrixRunner {

    @Override
    protected Example example(String endpoint, AccessMatrix.Row row) {
        throw new IllegalStateException("No example for " + endpoint);
    }
}
