package org.clearpost.media.wording;

import java.util.List;
import java.util.UUID;
import org.clearpost.media.model.ListedWord;
import org.clearpost.media.model.Wording;

/** @param revision 0 while the setting goes by the starter list */
record WordingView(UUID settingId, int revision, List<WordView> words, List<String> ownContacts) {

    /** @param starter whether it stands so in the starter list */
    record WordView(String word, ListedWord.Weight weight, boolean starter) {}

    static WordingView of(UUID setting, Wording wording) {
        return new WordingView(
                setting,
                wording.revision(),
                wording.words().stream()
                        .map(word -> new WordView(word.word(), word.weight(), Wording.STARTER.contains(word)))
                        .toList(),
                wording.ownContacts());
    }
}
