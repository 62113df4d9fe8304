package org.clearpost.media.wording;

import java.util.List;
import java.util.UUID;
import org.clearpost.media.model.ListedWord;
import org.clearpost.media.model.Wording;

/** @param revision 0 while the setting goes by the starter list */
record WordingView(UUID settingId, int revision, List<ListedWord> words, List<String> ownContacts) {

    static WordingView of(UUID setting, Wording wording) {
        return new WordingView(setting, wording.revision(), wording.words(), wording.ownContacts());
    }
}
