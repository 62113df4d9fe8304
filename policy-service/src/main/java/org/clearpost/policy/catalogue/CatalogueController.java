package org.clearpost.policy.catalogue;

import java.util.List;
import org.clearpost.kit.caller.Caller;
import org.clearpost.policy.model.OptionAccess;
import org.clearpost.policy.model.OptionCatalogue;
import org.clearpost.policy.model.StarterSet;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be answered and what one may start from: the same for everybody who signs in. */
@RestController
@RequestMapping("/api/policies")
class CatalogueController {

    private static final List<DefinitionView> DEFINITIONS =
            OptionCatalogue.all().stream().map(DefinitionView::of).toList();
    private static final List<StarterSetView> STARTER_SETS =
            StarterSet.all().stream().map(StarterSetView::of).toList();

    @GetMapping("/option-definitions")
    List<DefinitionView> optionDefinitions(Caller caller) {
        OptionAccess.read(caller);
        return DEFINITIONS;
    }

    @GetMapping("/starter-sets")
    List<StarterSetView> starterSets(Caller caller) {
        OptionAccess.read(caller);
        return STARTER_SETS;
    }
}
